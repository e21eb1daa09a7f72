internal import Documents

/// What an OSCAL document defines: things with a UUID by the list they stand in, and identifiers.
struct OSCALIndex {
    private var things: [String: Set<String>] = [:]
    private var allThings: Set<String> = []

    /// Identifiers of controls, groups and parts, which are unique together.
    private(set) var items: [String: String] = [:]
    /// Identifiers of parameters.
    private(set) var parameters: Set<String> = []
    /// Identifiers of roles.
    private(set) var roles: Set<String> = []

    /// Takes up a document, and complains of what is defined twice.
    init(_ places: [OSCALPlace], _ problems: OSCALProblems) {
        var seen: Set<String> = []
        for place in places {
            if let uuid = place.node["uuid"]?.string { define(uuid, place, &seen, problems) }
            guard let id = place.node["id"]?.string else { continue }
            switch place.key {
            case "controls", "groups", "parts":
                if items.updateValue(place.key, forKey: id) != nil {
                    problems.complain("the id \(id) is there twice", at: place.node["id"])
                }
            case "params":
                if !parameters.insert(id).inserted {
                    problems.complain("the parameter \(id) is there twice", at: place.node["id"])
                }
            case "roles":
                if !roles.insert(id).inserted {
                    problems.complain("the role \(id) is there twice", at: place.node["id"])
                }
            default: break
            }
        }
    }

    /// Whether something of one of these lists has the UUID.
    func defines(_ uuid: String, in lists: [String]) -> Bool {
        lists.contains { things[$0]?.contains(uuid.lowercased()) == true }
    }

    /// Whether a fragment names anything: a UUID, a control, group or part, a parameter.
    func names(_ fragment: String) -> Bool {
        defines(fragment) || items[fragment] != nil || parameters.contains(fragment)
    }

    /// Whether anything has the UUID.
    func defines(_ uuid: String) -> Bool { allThings.contains(uuid.lowercased()) }

    private mutating func define(
        _ uuid: String, _ place: OSCALPlace, _ seen: inout Set<String>, _ problems: OSCALProblems
    ) {
        let key = uuid.lowercased()
        things[place.key, default: []].insert(key)
        allThings.insert(key)
        // The same component may be described in several results.
        let isLocal = place.path.contains("local-definitions") && place.result != nil
        let scope = isLocal ? "\(place.result ?? 0) " : ""
        if !seen.insert(scope + key).inserted {
            problems.complain("the uuid \(uuid) is there twice", at: place.node["uuid"])
        }
    }
}
