/// The address of a remote server: its host, what kind of host that is, and whether the way there is encrypted.
struct ServerAddress {
    let host: String
    let kind: String
    let tls: Bool?

    init(_ url: String) {
        let lower = url.lowercased()
        tls =
            lower.hasPrefix("https://") || lower.hasPrefix("wss://")
            ? true
            : lower.hasPrefix("http://") || lower.hasPrefix("ws://") ? false : nil
        let rest = url.place(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let place = authority.split(separator: "@").last ?? authority
        host =
            place.hasPrefix("[")
            ? String(place.dropFirst().prefix { $0 != "]" })
            : String(place.prefix { $0 != ":" || place.hasPrefix("$") })
        kind = Self.kind(of: host.lowercased())
    }

    /// Whether the host is a service of the cluster that the caller runs in: a bare name, or one below `svc`.
    ///
    /// <https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/>
    var isClusterService: Bool {
        guard kind == "private" else { return false }
        let parts = host.lowercased().split(separator: ".")
        return parts.count == 1 && !host.contains(":") || parts.contains("svc")
    }

    private static let tunnels = [
        ".ngrok.io", ".ngrok.app", ".ngrok-free.app", ".trycloudflare.com", ".loca.lt", ".serveo.net", ".localhost.run",
    ]

    private static func kind(of host: String) -> String {
        if host.isEmpty || host.contains("$") || host.contains("{") || host.contains("<") { return "variable" }
        if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || host.hasPrefix("127.")
            || host == "host.docker.internal"
        {
            return "loopback"
        }
        if tunnels.contains(where: host.hasSuffix) { return "tunnel" }
        let parts = host.split(separator: ".")
        let isNumeric = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
        if isNumeric,
            host.hasPrefix("10.") || host.hasPrefix("192.168.") || host.hasPrefix("169.254.") || host == "0.0.0.0"
        {
            return "private"
        }
        if isNumeric, parts[0] == "172", let second = Int(parts[1]), (16...31).contains(second) { return "private" }
        if !host.contains(".") && !host.contains(":") { return "private" }
        if host.hasSuffix(".svc") { return "private" }
        return [".local", ".internal", ".lan", ".corp", ".home.arpa"].contains(where: host.hasSuffix)
            ? "private" : "public"
    }
}
