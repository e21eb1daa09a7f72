/// The files that people write for this program, as JSON Schemas for their editors.
///
/// An editor with a YAML language server completes keys and words, and marks what would be refused; what the program
/// says of a file counts.
public enum FileSchema: String, CaseIterable, Sendable {
    case check, waivers, statements

    /// The name of the schema's file.
    public var fileName: String { "\(rawValue).schema.json" }

    /// Writes the schema; the same tables give the same bytes.
    public func write(to sink: ByteSink) {
        switch self {
        case .check: CheckSchema.schema.write(title: "A check of Surety", to: sink)
        case .waivers: Self.waiverList.write(title: "Risks that were accepted, for Surety", to: sink)
        case .statements: Self.statementList.write(title: "What people state about agents, for Surety", to: sink)
        }
    }

    private static let date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

    private static var waiverList: JSONSchema {
        var waiver = JSONSchema.object(
            "One accepted risk. It names a gap, or a check and an agent.",
            [
                .init(name: "gap", schema: .text("Identifier of the gap.", pattern: "^G-[0-9A-F]+$")),
                .init(name: "check", schema: .text("The check whose failure is accepted.")),
                .init(name: "agent", schema: .text("The agent.")),
                .init(
                    name: "accepts",
                    schema: .text(
                        "Digest of what is accepted, as `surety explain GAP` gives it; another digest lapses it.",
                        pattern: "^sha256:[0-9a-f]{64}$"), isRequired: true),
                .init(name: "approver", schema: .text("Who accepts it."), isRequired: true),
                .init(name: "reason", schema: .text("Why."), isRequired: true),
                .init(
                    name: "expires_on", schema: .text("Last day on which it holds.", pattern: date), isRequired: true),
                .init(name: "accepted_on", schema: .text("Day on which it was accepted.", pattern: date)),
            ])
        waiver.oneOf = [["gap"], ["check", "agent"]]
        return .object(
            "Accepted risks; a waiver changes no verdict and stands beside it.",
            [.init(name: "waivers", schema: .list("The accepted risks.", waiver), isRequired: true)])
    }

    private static var statementList: JSONSchema {
        let agent = JSONSchema.Property(
            name: "agent", schema: .text("The agent; all at or below the folder of the file when it is left out."))
        let declaration = JSONSchema.object(
            "What is declared of agents.",
            [
                agent, .init(name: "owner", schema: .text("Who answers for it.")),
                .init(name: "purpose", schema: .text("What it is for.")),
                .init(name: "environment", schema: .text("Where it runs.")),
            ])
        let optional = { (about: String, pattern: String?) in
            JSONSchema(about: about, types: ["string", "null"], pattern: pattern)
        }
        let statement = JSONSchema.object(
            "One statement. Without claim, by, role and dates it is an open question and states nothing.",
            [
                agent,
                .init(
                    name: "id",
                    schema: JSONSchema(
                        about: "Name that its signature goes by, the only one of its file.", types: ["string", "null"],
                        pattern: "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$")),
                .init(name: "claim", schema: optional("What is stated.", nil)),
                .init(name: "control", schema: optional("The framework item that it is for.", nil)),
                .init(name: "check", schema: optional("The check that it is for.", nil)),
                .init(
                    name: "method",
                    schema: JSONSchema(
                        about: "examine when a document shows it, interview when a person says it.",
                        choices: ["examine", "interview", nil])),
                .init(name: "by", schema: optional("Who states it.", nil)),
                .init(name: "role", schema: optional("The person's role.", nil)),
                .init(name: "stated_on", schema: optional("Day of the statement.", date)),
                .init(name: "expires_on", schema: optional("Last day on which it counts.", date)),
                .init(name: "document", schema: optional("Path of the proof, from this file.", nil)),
                .init(
                    name: "document_sha256",
                    schema: optional("SHA-256 of the proof, as `sha256sum` prints it.", "^[0-9a-fA-F]{64}$")),
            ])
        return .object(
            "What people state about agents, where configuration cannot speak.",
            [
                .init(name: "agents", schema: .list("Declarations.", declaration)),
                .init(
                    name: "statements",
                    schema: JSONSchema(about: "Statements.", types: ["array"], elements: { statement })),
            ])
    }
}
