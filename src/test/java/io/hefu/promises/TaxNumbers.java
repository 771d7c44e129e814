package io.hefu.promises;

/** Valid unified social credit codes, one for each number. */
final class TaxNumbers {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private TaxNumbers() {}

    static String of(long number) {
        String body = "91440300" + "%09d".formatted(number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
