internal import Compliance
internal import Documents

/// The Compose file that starts a collector, with the stores and dashboards that stand behind it.
///
/// Records of agents hold prompts and commands: where they are kept matters as much as how they travel.
struct RecordStack {
    let file: SourceFile
    private let root: Node
    private let stack: ComposeStack

    /// Nil when the file starts nothing, or runs agents, which another collector reads.
    init?(_ file: SourceFile) {
        guard let root = file.document?.root else { return nil }
        (self.file, self.root) = (file, root)
        stack = ComposeStack(root)
        if stack.services.isEmpty || stack.hasAgent { return nil }
    }

    /// Whether it hands a configuration to one of its services: the file, or a folder around it.
    func hands(_ configuration: SourceFile) -> Bool {
        let mounts = stack.services.flatMap { $0.entry.value["volumes"]?.elements ?? [] }.map { volume in
            volume["source"]?.string ?? volume.string.map { String($0.prefix { $0 != ":" }) } ?? ""
        }
        let files = (root["configs"]?.members ?? []).compactMap { $0.value["file"]?.string }
        return (mounts + files).contains { source in
            // A name without a stroke is a volume's.
            guard source.hasPrefix(".") || source.contains("/") || files.contains(source) else { return false }
            return configuration.path.isInside(FilePath(source, from: file.path.folder))
        }
    }

    /// Records its services in the name of an agent.
    func record(for agent: AgentID, into recorder: inout Recorder) {
        var scribe = Scribe(agent, file, for: recorder)
        stack.recordNeighbours(&scribe)
        recorder.merge(scribe.recorder)
    }
}
