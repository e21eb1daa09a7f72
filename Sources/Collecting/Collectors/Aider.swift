internal import Compliance
internal import Documents

/// aider: `.aider.conf.yml`.
///
/// Interpreted for aider 0.8x. The home's file, the repository's and the current folder's are read in that order, the
/// later winning; the command line and environment variables come before all of them, and are not seen.
struct Aider: Collector {
    let name = "aider"
    let summary = "aider: .aider.conf.yml"
    let documentation = [
        "https://aider.chat/docs/config/aider_conf.html", "https://aider.chat/docs/config/options.html",
        "https://aider.chat/docs/usage/lint-test.html",
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        path.name == ".aider.conf.yml" ? ArtifactKind("aider config", .yaml) : nil
    }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let isHome = ["home", "Users"].contains(file.path.folder.folder.name)
            let agent = AiderAgent(file: file, level: isHome ? "user" : "project")
            agent.record(into: &recorder)
        }
    }
}
