import Foundation
import PackagePlugin

/// Compiles `catalogs/` into the program, so that it is one file that runs anywhere.
@main
struct EmbedCatalogs: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL.appending(path: "catalogs")
        let inputs = ["checks", "frameworks", "mappings", "profiles"].flatMap { contents(of: root.appending(path: $0)) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedCatalogs.swift")
        return [
            .buildCommand(
                displayName: "Embedding the catalogs", executable: try context.tool(named: "catalogembed").url,
                arguments: [output.path, root.path], inputFiles: inputs, outputFiles: [output])
        ]
    }

    /// The YAML files of a folder and all folders in it.
    ///
    /// A folder's own date changes when a file comes or goes, so that a new file is embedded without a clean build.
    private func contents(of folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        let inputs = paths.sorted().map { folder.appending(path: $0, directoryHint: .checkFileSystem) }
        return [folder] + inputs.filter { $0.pathExtension == "yaml" || $0.hasDirectoryPath }
    }
}
