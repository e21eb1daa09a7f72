internal import Compliance
internal import Documents

/// One card in either shape.
struct AgentCard {
    /// An address that the agent is reached at.
    struct Interface {
        let url: Node
        let pointer: String
        let binding: String?
    }

    let root: Node
    /// Whether it has the shape of version 1.0.
    let isCurrent: Bool
    let interfaces: [Interface]

    init(_ root: Node) {
        self.root = root
        isCurrent = root["supportedInterfaces"]?.isArray == true
        var found: [Interface] = []
        func add(_ entry: Node, _ pointer: String, _ binding: String) {
            guard let url = entry["url"], url.string != nil else { return }
            found.append(Interface(url: url, pointer: "\(pointer)/url", binding: entry[binding]?.string))
        }
        if isCurrent {
            for (index, entry) in (root["supportedInterfaces"]?.elements ?? []).enumerated() {
                add(entry, "/supportedInterfaces/\(index)", "protocolBinding")
            }
        } else {
            add(root, "", "preferredTransport")
            for (index, entry) in (root["additionalInterfaces"]?.elements ?? []).enumerated()
            where entry["url"]?.string != root["url"]?.string {
                add(entry, "/additionalInterfaces/\(index)", "transport")
            }
        }
        interfaces = found
    }

    private var name: String { Redaction.redact(root["name"]?.string ?? "the agent") }

    /// Records everything that the card says.
    func record(_ scribe: inout Scribe) {
        scribe.settings(root, status: status)
        scribe.secrets(in: root, holder: "card")
        let security = CardSecurity(root, isCurrent: isCurrent)
        for interface in interfaces {
            guard let url = interface.url.string else { continue }
            let address = ServerAddress(url)
            // What is missing stands nowhere: the card as a whole is cited, and what it does not set.
            let isAbsent = security.isAbsent && address.tls == true || address.kind == "loopback" && security.isAbsent
            scribe.add(
                .delegation, at: isAbsent ? root : interface.url, isAbsent ? "/securitySchemes" : interface.pointer,
                [
                    "peer": .text("callers of \(name) at \(Redaction.redact(url))"), "transport": "http",
                    "host_kind": .text(address.kind), "tls": Value(address.tls),
                    "authentication": Value(security.authentication),
                ])
            scribe.add(
                .trigger, at: interface.url, interface.pointer,
                [
                    "kind": "webhook", "expression": .text(Redaction.redact(url)),
                    "untrusted": Value(outsiders(address, security)),
                ])
        }
        if interfaces.isEmpty {
            scribe.cover([.delegation, .trigger], .partial, because: "the card names no address")
        }
        for endpoint in security.endpoints {
            let url = endpoint.node.string ?? ""
            scribe.add(
                .delegation, at: endpoint.node, endpoint.pointer,
                [
                    "peer": .text("authorization server \(ServerAddress(url).host)"), "transport": "http",
                    "host_kind": .text(ServerAddress(url).kind), "tls": Value(ServerAddress(url).tls),
                    "authentication": "token",
                ])
        }
        for (index, skill) in (root["skills"]?.elements ?? []).enumerated() {
            let node = skill["id"] ?? skill["name"]
            guard let id = node?.string else { continue }
            let words = [id] + (skill["tags"]?.elements ?? []).compactMap(\.string)
            // A tag may admit to something; that one sounds harmless says nothing of the rest.
            let sharp = words.lazy.compactMap(ToolName.effect).first { $0 != "read" }
            scribe.tool(
                id, effect: sharp ?? ToolName.effect(id), approval: nil, at: node,
                "/skills/\(index)/\(skill["id"] == nil ? "name" : "id")")
            for key in ["description", "examples"] {
                guard let text = skill[key], text.string != nil else { continue }
                scribe.instruction(id, kind: "skill", text, "/skills/\(index)/\(key)")
            }
        }
    }

    /// Anyone can call what is open to the Internet without authentication.
    private func outsiders(_ address: ServerAddress, _ security: CardSecurity) -> Bool? {
        guard security.authentication == "none" else { return security.authentication == nil ? nil : false }
        return ["public", "tunnel"].contains(address.kind) ? true : nil
    }

    /// Keys of the other shape count for nothing.
    private func status(_ keys: [String]) -> (status: String, reason: String)? {
        let former: Set<String> = [
            "url", "preferredTransport", "additionalInterfaces", "protocolVersion", "security",
            "supportsAuthenticatedExtendedCard",
        ]
        let current: Set<String> = ["securityRequirements", "supportedInterfaces"]
        let common: Set<String> = [
            "name", "description", "version", "provider", "documentationUrl", "iconUrl", "capabilities",
            "securitySchemes", "defaultInputModes", "defaultOutputModes", "skills", "signatures",
        ]
        guard let key = keys.first, !common.contains(key) else { return nil }
        if isCurrent {
            if current.contains(key) { return nil }
            return former.contains(key)
                ? ("not-honoured", "version 1.0 of the protocol took \(key) away")
                : ("unknown", "the specification has no key \(key)")
        }
        if former.contains(key) { return nil }
        return current.contains(key)
            ? ("not-honoured", "version 0.3 of the protocol has no \(key)")
            : ("unknown", "the specification has no key \(key)")
    }
}
