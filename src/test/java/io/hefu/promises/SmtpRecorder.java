package io.hefu.promises;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server in the judge's process that keeps every mail it took over. A mail counts from the moment in which its last
 * line is here, before the answer: the sender may be killed before it hears it.
 */
final class SmtpRecorder implements AutoCloseable {
    /** A mail that was taken over. */
    record Taken(String messageId, String subject) {}

    private static final Session SESSION = Session.getInstance(new Properties());

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    SmtpRecorder() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    List<Taken> taken() {
        return taken;
    }

    /** As if the hub had sent it. */
    void take(Taken mail) {
        taken.add(mail);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "smtp-recorder");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            answer(out, "220 recorder");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                if (command.equals("DATA")) {
                    answer(out, "354 go on");
                    take(in);
                }
                answer(out, command.equals("QUIT") ? "221 bye" : "250 well");
            }
        } catch (IOException killed) {
            // the sender died or went; what it had handed over whole is kept
            return;
        }
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void take(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line).append("\r\n");
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("cut off within a mail");
        }
        taken.add(read(mail.toString()));
    }

    private static Taken read(String mail) {
        try {
            MimeMessage message =
                    new MimeMessage(SESSION, new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
            return new Taken(message.getMessageID(), message.getSubject());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
