package io.hefu.matching.spelling;

import java.util.Set;

/**
 * A mail address.
 *
 * @param mailbox the whole, in lower case; empty when the text is no address
 * @param domain what is behind the @, without www; empty for a public domain, at which anybody can have a mailbox
 */
public record MailAddress(String mailbox, String domain) {
    private static final Set<String> PUBLIC = Set.of(
            "qq.com",
            "vip.qq.com",
            "foxmail.com",
            "163.com",
            "vip.163.com",
            "126.com",
            "yeah.net",
            "188.com",
            "sina.com",
            "sina.cn",
            "vip.sina.com",
            "sohu.com",
            "aliyun.com",
            "139.com",
            "189.cn",
            "wo.cn",
            "21cn.com",
            "tom.com",
            "263.net",
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "outlook.com",
            "live.com",
            "live.cn",
            "msn.com",
            "yahoo.com",
            "yahoo.com.cn",
            "yahoo.cn",
            "yahoo.co.uk",
            "yahoo.co.jp",
            "yahoo.de",
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "gmx.com",
            "web.de",
            "t-online.de",
            "freenet.de",
            "mail.ru",
            "yandex.ru",
            "yandex.com",
            "protonmail.com",
            "proton.me",
            "zoho.com",
            "orange.fr",
            "free.fr",
            "wanadoo.fr",
            "laposte.net",
            "libero.it",
            "naver.com",
            "hanmail.net",
            "daum.net",
            "rediffmail.com",
            "mail.com");

    /** Reads an address, or a domain alone. */
    public static MailAddress of(String written) {
        String text = Words.text(written);
        int at = text.lastIndexOf('@');
        String domain = domain(text.substring(at + 1));
        if (domain.isEmpty()) {
            return new MailAddress("", "");
        }
        String mailbox = at > 0 ? text.substring(0, at).strip() + "@" + domain : "";
        return new MailAddress(mailbox, isPublic(domain) ? "" : domain);
    }

    /** Whether anybody can have a mailbox there, so that the domain says nothing of who writes. */
    public static boolean isPublic(String domain) {
        return PUBLIC.contains(domain);
    }

    private static String domain(String text) {
        String bare =
                text.startsWith("https://") ? text.substring(8) : text.startsWith("http://") ? text.substring(7) : text;
        int end = bare.indexOf('/');
        bare = (end < 0 ? bare : bare.substring(0, end)).strip();
        bare = bare.startsWith("www.") ? bare.substring(4) : bare;
        return bare.indexOf('.') > 0 && bare.indexOf(' ') < 0 ? bare : "";
    }
}
