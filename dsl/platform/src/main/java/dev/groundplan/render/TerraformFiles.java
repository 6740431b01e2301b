package dev.groundplan.render;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.files.JsonText;
import java.util.TreeMap;

/** The Terraform side of a platform: one file for each part in each root module. */
final class TerraformFiles {

    private static final FilePath ROOT = FilePath.of("terraform");

    private TerraformFiles() {}

    static FileTree files(ExpandedPlatform platform, Header header) {
        var texts = new TreeMap<FilePath, String>();
        platform.rootModules()
                .forEach((root, module) -> module.files()
                        .forEach((file, content) ->
                                texts.put(ROOT.resolve(root.toString()).resolve(file), JsonText.of(header, content))));
        return FileTree.of(texts);
    }
}
