package io.hefu.matching.table;

import io.hefu.definition.Text;
import io.hefu.matching.compare.Scale;

/**
 * One thing by which rows are compared; a field has one or several: of a company's name the brand, the industry, the
 * place.
 *
 * @param name the field, or the field and the part: {@code name.brand}
 * @param evidence what kind of evidence agreement is; traits of one kind are no independent witnesses
 */
public record Trait(String name, Text title, Scale scale, Evidence evidence, Law law) {
    /** What is so by law, and need not be learnt. */
    public enum Law {
        NONE,
        /** Two different values mean two different things, whatever else agrees. */
        EXCLUDES,
        /** Together with the other traits of this kind it is a registered name, which no office gives twice (企业名称登记管理规定). */
        REGISTERED
    }

    /** What traits witness. */
    public enum Evidence {
        /** An identity number: enough by itself. */
        NUMBER(0, false),
        /** A name that is borne by one of a family or a group: a given name, a company's industry. */
        OWN_NAME(0, false),
        /** A name that the family or the group shares: a surname, a brand. */
        SHARED_NAME(1, false),
        /** Legal form and standing of a company. */
        FORM(0.7, false),
        BIRTH(0, false),
        /** The place in a company's name: some companies of a group are elsewhere. */
        SEAT(0.5, false),
        /** Where someone is: town, address. */
        PLACE(1, true),
        /** How someone is reached: telephone, mail, contact. */
        REACH(0.5, false),
        OTHER(1, false);

        private final double shared;
        private final boolean moves;

        Evidence(double shared, boolean moves) {
            this.shared = shared;
            this.moves = moves;
        }

        /** How often things that are only related, a household or a group of companies, have it in common. */
        public double shared() {
            return shared;
        }

        /** Whether agreement says something by itself; a form or a town is borne by very many. */
        public boolean witnesses() {
            return this != FORM && this != SEAT && this != OTHER;
        }

        /** Whether it says where: such traits go together, so that none is a witness where another is taken for granted. */
        public boolean tellsWhere() {
            return this == SEAT || this == PLACE;
        }

        /** Whether it changes together with all others of this kind when someone moves. */
        public boolean moves() {
            return moves;
        }
    }
}
