internal import Compliance

/// Who is named in the document: the tool, owners of agents, people who state something.
struct OSCALParties {
    /// The party that stands for the program.
    let tool: String

    private let names: OSCALNames
    private let owners: [String]
    private let people: [String]

    init(_ assessment: Assessment, _ names: OSCALNames) {
        self.names = names
        tool = names.uuid("party", "tool", "Surety")
        owners = Set(assessment.agents.compactMap { $0.owner.map(XMLText.line) }).subtracting([""]).sorted()
        people = Set(assessment.statements.map { XMLText.line($0.by) }).subtracting([""]).sorted()
    }

    /// The party of an owner, when one is declared.
    func owner(_ name: String?) -> String? {
        name.map(XMLText.line).flatMap { $0.isEmpty ? nil : names.uuid("party", "owner", $0) }
    }

    /// The party of a person who states something.
    func person(_ name: String) -> String? {
        let line = XMLText.line(name)
        return line.isEmpty ? nil : names.uuid("party", "person", line)
    }

    /// Writes roles, parties and who is responsible for the document, as the metadata has them.
    func write(to xml: XMLText) {
        role("prepared-by", "Program that prepared the document", xml)
        if !owners.isEmpty { role("asset-owner", "Answers for an agent, as its declaration says", xml) }
        if !people.isEmpty { role("statement-maker", "Stated something about an agent, self-reported", xml) }
        party(tool, "organization", "Surety", xml)
        for name in owners { owner(name).map { party($0, "organization", name, xml) } }
        for name in people { person(name).map { party($0, "person", name, xml) } }
        responsible("prepared-by", [tool], xml)
        responsible("asset-owner", owners.compactMap { owner($0) }, xml)
        responsible("statement-maker", people.compactMap { person($0) }, xml)
    }

    /// Writes who plays a role.
    func responsible(_ role: String, _ parties: [String], _ xml: XMLText) {
        guard !parties.isEmpty else { return }
        xml.element("responsible-party", ["role-id": role]) {
            for party in parties { xml.text("party-uuid", text: party) }
        }
    }

    private func role(_ id: String, _ title: String, _ xml: XMLText) {
        xml.element("role", ["id": id]) { xml.title(title) }
    }

    private func party(_ uuid: String, _ type: String, _ name: String, _ xml: XMLText) {
        xml.element("party", ["uuid": uuid, "type": type]) { xml.text("name", text: name) }
    }
}
