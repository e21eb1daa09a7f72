internal import Compliance
internal import Documents

/// Goose: config.yaml, permission.yaml, stored secrets, recipes, hints.
///
/// Interpreted by the documents of 2026 (1.2x). Environment variables come before the file, and are not seen.
struct Goose: Collector {
    let name = "goose"
    let summary = "Goose: config.yaml, permission.yaml, secrets.yaml, recipes, .goosehints"
    let documentation = [
        "https://block.github.io/goose/docs/guides/config-files",
        "https://block.github.io/goose/docs/guides/goose-permissions/",
        "https://block.github.io/goose/docs/guides/recipes/recipe-reference",
        "https://block.github.io/goose/docs/guides/environment-variables",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { GooseFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let members = files.compactMap { file in GooseFile(file.path).map { GooseAgent.Member(role: $0, file: file) } }
        let groups = Dictionary(grouping: members) { $0.role.folder }
        for (folder, members) in groups.sorted(by: { $0.key < $1.key }) {
            // Hints alone are a text.
            guard members.contains(where: { $0.role.role != .hints }) else { continue }
            let agent = GooseAgent(id: AgentID("goose@\(folder.text)"), members: members)
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            agent.recordExtensions(into: &recorder)
            agent.recordCredentials(into: &recorder)
            agent.recordRecipes(into: &recorder)
            guard agent.isReadable else { continue }
            agent.recordGates(into: &recorder)
            agent.recordPermissions(into: &recorder)
            agent.recordSurroundings(into: &recorder)
        }
    }
}
