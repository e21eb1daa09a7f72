internal import Compliance

/// What the head of every Gemara document says.
struct GemaraHead {
    /// Version of the specification that is written.
    static let version = "1.4.1"
    /// The files that were read, as a source of evidence.
    static let evidence = "evidence"

    let assessment: Assessment

    /// The moment of the assessment; Gemara knows no document without a form of date and time.
    var moment: String { OSCALValues.dateTime(assessment.at) ?? "1970-01-01T00:00:00Z" }

    /// Head of a document.
    func metadata(_ type: String, id: String, about description: String, references: [PlainTree]) -> PlainTree {
        .object([
            ("id", .text(id)), ("type", .text(type)), ("gemara-version", .text(Self.version)), ("date", .text(moment)),
            ("description", .text(SafeText.line(description))),
            (
                "author",
                .object([
                    ("id", .text("surety")), ("name", .text("Surety")), ("type", .text("Software")),
                    ("version", .text(SafeText.line(assessment.toolVersion))),
                ])
            ), ("mapping-references", .list(references)),
        ])
    }

    /// A document that others refer to.
    static func reference(_ id: String, _ title: String, version: String, url: String? = nil) -> PlainTree {
        var members: [(key: String, value: PlainTree)] = [
            ("id", .text(id)), ("title", .text(SafeText.line(title))), ("version", .text(SafeText.line(version))),
        ]
        if let url = url.flatMap(OSCALValues.href(ofLink:)) { members.append(("url", .text(url))) }
        return .object(members)
    }

    /// The frameworks.
    static func references(_ frameworks: [Framework]) -> [PlainTree] {
        frameworks.map { reference($0.id.rawValue, $0.title, version: $0.edition, url: $0.source) }
    }

    /// An item of a framework.
    static func entry(_ control: ControlID) -> PlainTree {
        .object([("reference-id", .text(control.framework.rawValue)), ("entry-id", .text(SafeText.line(control.item)))])
    }

    /// An agent.
    func target(_ agent: AgentSummary) -> PlainTree {
        let system = assessment.system.map { ", of \($0)" } ?? ""
        var members: [(key: String, value: PlainTree)] = [
            ("id", .text(SafeText.line(agent.id.rawValue))), ("name", .text(SafeText.line(agent.id.rawValue))),
            ("type", .text("Software")),
            ("description", .text(SafeText.line("\(agent.product), \(agent.kind)\(system)"))),
        ]
        if let owner = agent.owner { members.append(("owner", .object([("name", .text(SafeText.line(owner)))]))) }
        return .object(members)
    }
}
