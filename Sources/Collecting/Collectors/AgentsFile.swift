internal import Compliance
internal import Documents

/// AGENTS.md in a folder where no product shows itself: instructions for whichever agent reads them.
///
/// <https://agents.md>: many products read the file, and none is named by it. It is asked last, and only where no other
/// collector found an agent, so that nothing is counted twice.
struct AgentsFile: Collector {
    let name = "agents-md"
    let summary = "AGENTS.md where no product shows itself"
    let documentation = ["https://agents.md"]

    func kind(of path: FilePath) -> ArtifactKind? {
        path.name == "AGENTS.md" ? ArtifactKind("instructions", nil) : nil
    }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        // The nearest file above counts for what lies below, so folders within others' are the same agent's.
        var roots: [SourceFile] = []
        for file in files.sorted(by: { $0.path.folder.components.count < $1.path.folder.components.count })
        where !roots.contains(where: { file.path.isInside($0.path.folder) }) {
            roots.append(file)
        }
        for root in roots.sorted(by: { $0.path < $1.path }) {
            let agent = AgentID("agents-md@\(root.path.folder.text)")
            recorder.declare(
                agent, product: "AGENTS.md", kind: "coding-assistant", level: "project", plans: true, in: root)
            recorder.cover(agent, .instruction, .complete)
            for file in files where file.path.isInside(root.path.folder) {
                guard file.refusal == nil else {
                    recorder.refuse(file, for: agent, tables: [.instruction])
                    continue
                }
                InstructionText.record(
                    file, kind: "instructions", name: file.path.name, runsShell: false, for: agent, into: &recorder)
            }
        }
    }
}
