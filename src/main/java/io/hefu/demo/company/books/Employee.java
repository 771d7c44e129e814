package io.hefu.demo.company.books;

/** Someone who works in the demo company. The manager's code is empty for those at the top. */
public record Employee(
        int id, String code, String name, String pinyin, String department, String position, String manager) {
    public String email() {
        return pinyin + "@" + Company.DOMAIN;
    }

    public String mobile() {
        return "1990000%04d".formatted(id);
    }
}
