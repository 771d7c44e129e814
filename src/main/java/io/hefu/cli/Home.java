package io.hefu.cli;

import io.hefu.definition.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An installation's folder: holds routes/, mappings/ and config/. */
public record Home(Path folder) {
    private static final List<String> PARTS = List.of("routes", "mappings", "config");

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** As asked for, else {@code -Dhefu.home} (which the launcher sets), else {@code HEFU_HOME}, else where we are. */
    static Home of(Optional<Path> asked, Map<String, String> environment) {
        Path folder = asked.or(
                        () -> Stream.of(System.getProperty("hefu.home", ""), environment.getOrDefault("HEFU_HOME", ""))
                                .filter(named -> !named.isBlank())
                                .map(Path::of)
                                .findFirst())
                .orElse(Path.of(""));
        Home home = new Home(folder);
        if (!Files.isDirectory(home.folder())) {
            throw new Complaint(Text.of(
                    "没有这个文件夹：%s；可尝试：用 --home 指向装有 routes、mappings、config 的文件夹",
                    "there is no folder %s; try: --home with the folder that holds routes, mappings and config",
                    home.folder()));
        }
        if (PARTS.stream().noneMatch(part -> Files.isDirectory(home.folder().resolve(part)))) {
            throw new Complaint(Text.of(
                    "%s 里没有 routes、mappings、config，不是 Hefu 的安装文件夹；可尝试：用 --home 指向它",
                    "%s holds no routes, mappings or config: it is no installation of Hefu; try: --home with the folder that is one",
                    home.folder()));
        }
        return home;
    }

    Path config() {
        return folder.resolve("config");
    }

    Path routes() {
        return folder.resolve("routes");
    }
}
