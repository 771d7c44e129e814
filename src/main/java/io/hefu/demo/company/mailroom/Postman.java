package io.hefu.demo.company.mailroom;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hands mails to an SMTP server byte for byte, which a mail library would not do with raw headers. */
public final class Postman {
    private final String host;
    private final int port;

    public Postman(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Delivers the mails one after another over one connection. */
    public void deliver(List<Mail> mails) {
        try (Socket socket = new Socket(host, port)) {
            Talk talk = new Talk(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)),
                    socket.getOutputStream());
            talk.expect("2");
            talk.say("EHLO demo.example", "2");
            for (Mail mail : mails) {
                talk.say("MAIL FROM:<" + mail.from() + ">", "2");
                talk.say("RCPT TO:<" + mail.to() + ">", "2");
                talk.say("DATA", "3");
                talk.send(stuffed(mail.content()));
                talk.say(".", "2");
            }
            talk.say("QUIT", "2");
        } catch (IOException failed) {
            throw new IllegalStateException("mail could not be delivered to " + host + ":" + port, failed);
        }
    }

    /** A line that begins with a dot gets a second one, so that it does not end the mail. */
    private static byte[] stuffed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 64);
        boolean lineBegins = true;
        for (byte b : content) {
            if (lineBegins && b == '.') {
                out.write('.');
            }
            out.write(b);
            lineBegins = b == '\n';
        }
        if (!lineBegins) {
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    /** One conversation with the server. */
    private record Talk(BufferedReader in, OutputStream out) {
        void say(String line, String expected) throws IOException {
            send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            expect(expected);
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void expect(String begin) throws IOException {
            String line;
            do {
                line = in.readLine();
                if (line == null || !line.startsWith(begin)) {
                    throw new IOException("the server answered: " + line);
                }
            } while (line.length() > 3 && line.charAt(3) == '-');
        }
    }
}
