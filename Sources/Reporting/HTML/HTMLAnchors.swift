internal import Compliance

/// Names of places in the document that links go to: readable, unique, and the same from run to run.
struct HTMLAnchors {
    /// Places of gaps and open questions; a gap that the document does not show has none.
    let gaps: [GapID: String]
    /// Places of framework items.
    let controls: [ControlID: String]
    /// Places of frameworks.
    let frameworks: [FrameworkID: String]
    /// Places of agents' autonomy profiles.
    let agents: [AgentID: String]

    /// The places of what is shown; texts of inputs become names of letters, digits and hyphens.
    init(gaps: [GapID], agents: [AgentID], frameworks: [Framework]) {
        var taken: Set<String> = []
        func places<Key: Identifier>(_ keys: [Key], _ prefix: String) -> [Key: String] {
            var places: [Key: String] = [:]
            for key in keys where places[key] == nil {
                places[key] = Self.free(prefix + Self.slug(key.rawValue), &taken)
            }
            return places
        }
        self.gaps = places(gaps, "")
        self.agents = places(agents, "agent-")
        self.frameworks = places(frameworks.map(\.id), "framework-")
        controls = places(frameworks.flatMap(\.controls).map(\.id), "item-")
    }

    private static func free(_ name: String, _ taken: inout Set<String>) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(name)--\(number)"
            number += 1
        }
        return candidate
    }

    /// The document's own sections are named in lower case without a prefix, and no gap is.
    private static func slug(_ text: String) -> String {
        let bytes = text.utf8.prefix(120).map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: byte
            default: 0x2D
            }
        }
        let slug = String(decoding: bytes, as: UTF8.self)
        return slug.hasPrefix("G-") || slug.contains("-") ? slug : "x-\(slug)"
    }
}
