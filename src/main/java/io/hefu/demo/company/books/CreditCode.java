package io.hefu.demo.company.books;

/** Makes valid unified social credit codes 统一社会信用代码 (GB 32100-2015), with the organisation code's own digit (GB 11714). */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /** A company (91) registered in the area of that six-digit code. */
    static String make(Dice dice, String area) {
        StringBuilder code = new StringBuilder("91").append(area);
        StringBuilder organisation = new StringBuilder("MA");
        for (int i = 0; i < 6; i++) {
            organisation.append(ALPHABET.charAt(dice.between(0, ALPHABET.length() - 1)));
        }
        code.append(organisation).append(organisationCheck(organisation));
        return code.append(check(code)).toString();
    }

    public static boolean isValid(String code) {
        return code.length() == 18
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(code.substring(0, 17)) == code.charAt(17);
    }

    private static char check(CharSequence first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheck(CharSequence first8) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
