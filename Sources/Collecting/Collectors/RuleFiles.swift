internal import Compliance
internal import Documents

/// Instructions of products that have no other file here, and of those whose configuration is not among the files.
///
/// A text is read once: where another collector already took it down, nothing is added.
struct RuleFiles: Companion {
    let name = "rule-files"
    let summary =
        "Instructions and skills by their place: Junie, Trae, Augment, Kilo, Qoder, Warp, Amp, OpenHands and others"
    let documentation = ["https://agents.md", "https://agentskills.io/specification"]

    func kind(of path: FilePath) -> ArtifactKind? {
        RulePlace.all.contains { $0.home(of: path) != nil } ? ArtifactKind("agent rules", nil, isOptional: true) : nil
    }

    func collect(_ files: [SourceFile], beside evidence: inout Evidence, into recorder: inout Recorder) {
        let known = Set(evidence[.instruction].compactMap(\.artifact))
        let agents = Set(evidence.agents)
        for file in files where !known.contains(file.path.text) {
            guard
                let (place, home) = RulePlace.all.lazy.compactMap({ place in
                    place.home(of: file.path).map { (place, $0) }
                }).first
            else { continue }
            let id = AgentID("\(place.id)@\(home.text)")
            if !agents.contains(id) {
                recorder.declare(
                    id, product: place.product, kind: "coding-assistant", level: "project", plans: true, in: file)
            }
            let isCovered = evidence[.coverage].contains { $0.agent == id && $0["table_name"] == "instruction" }
            if !isCovered { recorder.cover(id, .instruction, .complete) }
            guard file.refusal == nil else {
                recorder.refuse(file, for: id, tables: [.instruction])
                continue
            }
            let title = file.path.name == "SKILL.md" ? file.path.folder.name : file.path.name
            InstructionText.record(
                file, kind: place.kind, name: title, runsShell: place.id == "claude-code", for: id, into: &recorder)
        }
    }
}
