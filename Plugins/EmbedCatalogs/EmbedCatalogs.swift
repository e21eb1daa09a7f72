import Foundation
import PackagePlugin

/// Compiles `catalogs/` into the program, so that it is one file that runs anywhere.
@main
struct EmbedCatalogs: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL.appending(path: "catalogs")
        let files = ["frameworks", "checks"].flatMap { yamlFiles(in: root.appending(path: $0)) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedCatalogs.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) catalog files",
                executable: try context.tool(named: "catalogembed").url,
                arguments: [output.path, root.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
        ]
    }

    private func yamlFiles(in folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        return paths.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0) }
    }
}
