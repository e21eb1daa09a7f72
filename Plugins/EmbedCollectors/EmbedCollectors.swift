import Foundation
import PackagePlugin

/// Compiles `collectors/python/` into the program: the collector for Python is a part of it.
@main
struct EmbedCollectors: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL.appending(path: "collectors/python")
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        let inputs = names.filter { $0.hasSuffix(".py") }.sorted().map { root.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPython.swift")
        return [
            .buildCommand(
                displayName: "Embedding the collector for Python",
                executable: try context.tool(named: "collectorembed").url,
                arguments: [output.path, root.path], inputFiles: [root] + inputs, outputFiles: [output])
        ]
    }
}
