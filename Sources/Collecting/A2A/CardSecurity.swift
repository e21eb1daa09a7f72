internal import Documents

/// How a card wants its callers to show who they are.
///
/// <https://a2a-protocol.org/latest/specification/#45-security-objects>
struct CardSecurity {
    /// An address at which tokens are had.
    struct Endpoint {
        let node: Node
        let pointer: String
    }

    /// In the words of `delegation.authentication`; nil when the card contradicts itself.
    private(set) var authentication: String?
    /// Whether the card says nothing of it.
    let isAbsent: Bool
    /// Where tokens are had.
    private(set) var endpoints: [Endpoint] = []

    init(_ root: Node, isCurrent: Bool) {
        let schemes = root["securitySchemes"]?.members ?? []
        isAbsent = root["securitySchemes"] == nil && root["security"] == nil && root["securityRequirements"] == nil
        var kinds: [String: String] = [:]
        for scheme in schemes {
            let (kind, body, inner) = Self.body(scheme.value, isCurrent: isCurrent)
            kinds[scheme.key] = kind
            find(in: body, "/securitySchemes/\(Node.escape(scheme.key))\(inner)")
        }
        // Each requirement is one way in: the weakest counts. Within one, all schemes are needed.
        let requirements = root[isCurrent ? "securityRequirements" : "security"]?.elements ?? []
        var ways: [String?] = []
        for requirement in requirements {
            let names = (isCurrent ? requirement["schemes"] ?? requirement : requirement).members.map(\.key)
            let used = names.map { kinds[$0] }
            if names.isEmpty {
                ways.append("none")
            } else if used.contains("mutual") {
                ways.append("mutual")
            } else {
                // A requirement that names no scheme of the card cannot be met as written.
                ways.append(used.allSatisfy { $0 == nil } ? nil : "token")
            }
        }
        if requirements.isEmpty {
            authentication = "none"
        } else if ways.contains("none") {
            authentication = "none"
        } else if ways.contains(nil) {
            authentication = nil
        } else {
            authentication = ways.allSatisfy { $0 == "mutual" } ? "mutual" : "token"
        }
    }

    private static func body(_ scheme: Node, isCurrent: Bool) -> (kind: String?, body: Node, inner: String) {
        guard isCurrent else {
            switch scheme["type"]?.string {
            case "mutualTLS": return ("mutual", scheme, "")
            case "apiKey", "http", "oauth2", "openIdConnect": return ("token", scheme, "")
            default: return (nil, scheme, "")
            }
        }
        for member in scheme.members {
            switch member.key {
            case "mtlsSecurityScheme": return ("mutual", member.value, "/\(member.key)")
            case "apiKeySecurityScheme", "httpAuthSecurityScheme", "oauth2SecurityScheme",
                "openIdConnectSecurityScheme":
                return ("token", member.value, "/\(member.key)")
            default: continue
            }
        }
        return (nil, scheme, "")
    }

    private mutating func find(in body: Node, _ pointer: String) {
        let keys: Set<String> = ["tokenUrl", "authorizationUrl", "refreshUrl", "openIdConnectUrl", "oauth2MetadataUrl"]
        body.walk { place, node in
            guard let key = place.split(separator: "/").last, keys.contains(String(key)), node.string != nil else {
                return
            }
            endpoints.append(Endpoint(node: node, pointer: pointer + place))
        }
    }
}
