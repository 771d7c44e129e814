package io.hefu.adapters.http;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.systems.SystemFault;

/** What goes wrong with requests, in words for the person who edits the system's file. */
record HttpFaults(Settings settings) {
    SystemFault unreachable(HttpTransport.Request request, HttpTransport.NoAnswer none) {
        return settings.fault(
                SystemFault.Kind.RETRYABLE,
                settings.at("transport"),
                Text.of("%s 没有得到答复：%s", "%s got no answer: %s", request, none.why()),
                Text.of(
                        "核对传输路由里的主机和端口，以及对方是否在运行；会自动再试",
                        "check host and port in the transport route, and that the system runs; it is tried again by itself"),
                none);
    }

    SystemFault unknown(HttpTransport.Request request, Text why) {
        return settings.fault(
                SystemFault.Kind.UNKNOWN,
                settings.at("transport"),
                unknownText(request, why),
                Text.of("到对方系统里看一看", "look into the system"),
                null);
    }

    static Text unknownText(HttpTransport.Request request, Text why) {
        return Text.of(
                "%s 发出后没有得到明确答复（%s），不知道是否已生效",
                "%s was sent and not clearly answered (%s): it may or may not have happened", request, why);
    }

    SystemFault login(int status) {
        return settings.fatal(
                settings.at(settings.root().has("session") ? "session" : "auth"),
                Text.of("登录被拒绝（HTTP %s）", "the login was refused (HTTP %s)", status),
                Text.of("核对 user，以及 secret 所指的密码或密钥", "check user, and the password or key that secret points to"));
    }

    SystemFault forbidden(HttpTransport.Request request, int status) {
        return settings.fatal(
                settings.at("auth"),
                Text.of("%s 没有权限（HTTP %s）", "%s is not allowed (HTTP %s)", request, status),
                Text.of("请对方管理员给这个用户所需的权限", "ask the system's administrator for the rights of this user"));
    }

    SystemFault busy(HttpTransport.Request request, Text why) {
        return settings.fault(
                SystemFault.Kind.RETRYABLE,
                settings.at("transport"),
                Text.of("%s 现在不行：%s", "%s does not work now: %s", request, why),
                Text.of(
                        "会自动再试；常常这样就减小 paging.size 或放慢触发",
                        "it is tried again by itself; when often, lower paging.size or trigger less often"),
                null);
    }

    SystemFault refused(String resource, HttpTransport.Request request, String why) {
        return at(
                resource,
                Text.of("%s 被拒绝：%s", "%s was refused: %s", request, why),
                Text.of("核对 resources.%s 里的请求模板", "check the request template in resources.%s", resource));
    }

    SystemFault notUnderstood(String resource, HttpTransport.Request request, Text why) {
        return at(
                resource,
                Text.of("%s 的答复看不懂：%s", "the answer to %s is not understood: %s", request, why),
                Text.of(
                        "核对 items 等位置，以及传输路由是否指向接口而不是网页",
                        "check items and the other places, and that the transport route points at the interface and not at a web page"));
    }

    SystemFault nothingAt(String resource, HttpTransport.Request request, JsonPath place) {
        return notUnderstood(
                resource, request, Text.of("%s 处没有记录的列表", "there is no list of records at %s", place.written()));
    }

    SystemFault nothingSays(String resource, HttpTransport.Request request, JsonPath more) {
        return notUnderstood(
                resource,
                request,
                Text.of(
                        "一整页之后，%s 处没有说还有没有下一页",
                        "after a full page, nothing at %s says whether more follow", more.written()));
    }

    /** An address elsewhere is mostly a page to log in at, and never followed with this system's secrets. */
    SystemFault elsewhere(String resource, HttpTransport.Request request, int status) {
        return at(
                resource,
                Text.of(
                        "%s 被转到别的地址（HTTP %s），没有跟去",
                        "%s was sent on to another address (HTTP %s), which is not followed", request, status),
                Text.of(
                        "核对传输路由里的地址（http 还是 https、有没有登录页）和请求模板",
                        "check the address in the transport route (http or https, a page to log in at) and the request template"));
    }

    SystemFault template(String resource, String placeholder) {
        return at(
                resource,
                Text.of("模板里的 {%s} 没有值", "nothing is known for {%s} in the template", placeholder),
                Text.of(
                        "可用：since page offset limit cursor key keys value cells cell.<列> token，以及 constants 和登录所得",
                        "known are since page offset limit cursor key keys value cells cell.<column> token, the constants and the login's values"));
    }

    SystemFault noTemplate(String resource, String name) {
        return at(
                resource,
                Text.of("资源“%s”没有 %s 模板", "the resource “%s” has no template %s", resource, name),
                Text.of("在系统文件里补上 resources.%s.%s", "add resources.%s.%s to the system's file", resource, name));
    }

    SystemFault tooMuch(String resource, String limit, int most) {
        return at(
                resource,
                Text.of("“%s”超过了 limits.%s（%s）", "“%s” goes beyond limits.%s (%s)", resource, limit, most),
                Text.of("调大这个限额，或缩小请求的范围", "raise that limit, or narrow the request"));
    }

    SystemFault incomplete(String resource, long expected, int seen) {
        return settings.fault(
                SystemFault.Kind.RETRYABLE,
                position(resource),
                Text.of(
                        "“%s”的全量读取不完整：应有 %s 条，读到 %s 条",
                        "the sweep of “%s” is incomplete: %s rows were announced and %s came",
                        resource,
                        expected,
                        seen),
                Text.of("会自动再试；不完整的全量读取不会删除任何东西", "it is tried again by itself; an incomplete sweep deletes nothing"),
                null);
    }

    private SystemFault at(String resource, Text what, Text attempt) {
        return settings.fatal(position(resource), what, attempt);
    }

    private Position position(String resource) {
        Position file = settings.at("resources");
        return new Position(file.file(), file.line(), "resources." + resource);
    }
}
