package io.hefu.demo.company.books;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** A document that hangs on a lead in the CRM; only its description is kept there. */
public record Attachment(int id, String fileName, String kind, String mediaType, int size, LocalDate uploadedOn) {
    public static final String OFFER = "报价单";
    public static final String CONTRACT = "合同扫描件";
    public static final String TECHNICAL = "技术文档";
    public static final String MINUTES = "会议纪要";

    /** The content is not kept, so its hash stands for the name. */
    public String sha256() {
        return sha256(fileName.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
