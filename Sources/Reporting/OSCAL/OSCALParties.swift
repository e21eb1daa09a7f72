internal import Compliance

/// Who is named in the document: the tool, owners of agents, people who state something or see to something.
struct OSCALParties {
    /// The party that stands for the program.
    let tool: String

    private let names: OSCALNames
    private let owners: [String]
    private let people: [String]
    /// Who sees to gaps, and who wrote on them, as the history has it.
    private let assignees: [String]
    private let writers: [String]

    /// The role of those who see to gaps.
    static let assigneeRole = "remediation-owner"

    init(_ assessment: Assessment, _ names: OSCALNames) {
        self.names = names
        tool = names.uuid("party", "tool", "Surety")
        owners = Set(assessment.agents.compactMap { $0.owner.map(OSCALText.line) }).subtracting([""]).sorted()
        people = Set(assessment.statements.map { OSCALText.line($0.by) }).subtracting([""]).sorted()
        let records = assessment.records?.values.map(\.self) ?? []
        assignees = Set(records.compactMap { $0.owner.map(OSCALText.line) }).subtracting([""]).sorted()
        writers = Set(records.flatMap { $0.notes.map { OSCALText.line($0.by) } }).subtracting([""]).sorted()
    }

    /// The party of an owner, when one is declared.
    func owner(_ name: String?) -> String? {
        name.map(OSCALText.line).flatMap { $0.isEmpty ? nil : names.uuid("party", "owner", $0) }
    }

    /// The party of a person who states something.
    func person(_ name: String) -> String? {
        let line = OSCALText.line(name)
        return line.isEmpty ? nil : names.uuid("party", "person", line)
    }

    /// The party of somebody who sees to a gap: an owner of agents stays what it is.
    func assignee(_ name: String?) -> String? {
        guard let line = name.map(OSCALText.line) else { return nil }
        return owners.contains(line) ? owner(line) : person(line)
    }

    /// Writes roles, parties and who is responsible for the document, as the metadata has them.
    func write(to out: OSCALOutput) {
        role("prepared-by", "Program that prepared the document", out)
        if !owners.isEmpty { role("asset-owner", "Answers for an agent, as its declaration says", out) }
        if !people.isEmpty { role("statement-maker", "Stated something about an agent", out) }
        if !assignees.isEmpty { role(Self.assigneeRole, "Sees to what is open", out) }
        party(tool, "organization", "Surety", out)
        for name in owners { owner(name).map { party($0, "organization", name, out) } }
        let persons = Set(people + writers + assignees.filter { !owners.contains($0) }).sorted()
        for name in persons { person(name).map { party($0, "person", name, out) } }
        responsible("prepared-by", [tool], out)
        responsible("asset-owner", owners.compactMap { owner($0) }, out)
        responsible("statement-maker", people.compactMap { person($0) }, out)
        responsible(Self.assigneeRole, assignees.compactMap { assignee($0) }, out)
    }

    /// Writes who plays a role.
    func responsible(_ role: String, _ parties: [String], _ out: OSCALOutput) {
        guard !parties.isEmpty else { return }
        out.element("responsible-party", ["role-id": role]) {
            for party in parties { out.plain("party-uuid", party) }
        }
    }

    private func role(_ id: String, _ title: String, _ out: OSCALOutput) {
        out.element("role", ["id": id]) { out.title(title) }
    }

    private func party(_ uuid: String, _ type: String, _ name: String, _ out: OSCALOutput) {
        out.element("party", ["uuid": uuid, "type": type]) { out.plain("name", name) }
    }
}
