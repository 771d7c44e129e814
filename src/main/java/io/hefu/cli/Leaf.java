package io.hefu.cli;

import io.hefu.definition.Text;
import java.lang.reflect.InvocationTargetException;

/**
 * Calls a leaf of the program, which nothing in the product depends on: its main class is named and not referred to, and
 * its servers are only on the class path when the launcher put them there.
 */
final class Leaf {
    private final Terminal terminal;

    Leaf(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param mainClass has a method {@code static int run(String[])} that answers the exit code, or nothing when all went well */
    int run(String mainClass, String[] arguments) throws Exception {
        Class<?> leaf;
        try {
            leaf = Class.forName(mainClass);
        } catch (ClassNotFoundException absent) {
            throw new Complaint(Hefu.absent(mainClass));
        }
        try {
            Object code = leaf.getMethod("run", String[].class).invoke(null, (Object) arguments);
            return code instanceof Integer number ? number : Hefu.FINE;
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof NoClassDefFoundError missing) {
                terminal.tellFault(Text.of(
                        "缺少它要启动的数据库或邮件服务器（%s）；请用仓库中的 ./hefu 启动",
                        "the database or mail servers that it starts are missing (%s); start it by ./hefu of the checkout",
                        missing.getMessage()));
                return Hefu.FAULT;
            }
            throw failed.getCause() instanceof Exception fault ? fault : failed;
        }
    }
}
