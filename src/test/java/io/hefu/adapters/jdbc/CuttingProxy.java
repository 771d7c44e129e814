package io.hefu.adapters.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Carries bytes to a server on this machine, and cuts the line when the client says a word. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final int target;
    private final String word;
    private volatile boolean cutting;

    CuttingProxy(int target, String word) throws IOException {
        this.target = target;
        this.word = word;
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void cutFromNowOn() {
        cutting = true;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                start(() -> carry(client, server, true));
                start(() -> carry(server, client, false));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void carry(Socket from, Socket to, boolean said) {
        byte[] buffer = new byte[65536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(buffer);
            while (length >= 0 && !(said && cutting && cuts(buffer, length))) {
                out.write(buffer, 0, length);
                out.flush();
                length = in.read(buffer);
            }
        } catch (IOException closed) {
            return;
        }
    }

    private boolean cuts(byte[] buffer, int length) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(word);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
