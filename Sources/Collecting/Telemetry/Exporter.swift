internal import Compliance
internal import Documents

/// One exporter of a collector: where it sends, and how safely.
///
/// <https://github.com/open-telemetry/opentelemetry-collector/blob/main/config/configtls/README.md>: without a scheme TLS is on
/// unless `insecure` is set.
struct Exporter {
    let name: String
    let node: Node?

    /// Exporters that write on the machine itself, or wait to be asked.
    private static let local = ["debug", "logging", "file", "prometheus", "nop"]
    /// Exporters of services that have one address.
    private static let services = [
        "datadog", "googlecloud", "awsxray", "awscloudwatchlogs", "awsemf", "azuremonitor", "honeycomb", "logzio",
        "coralogix", "sentry",
    ]

    init(_ name: String, _ node: Node?) {
        self.name = name
        self.node = node
    }

    /// The type before the stroke: `otlp/backup` is an `otlp`.
    static func type(of name: String) -> String { String(name.prefix { $0 != "/" }) }

    private var type: String { Self.type(of: name) }

    /// The address that is sent to, with its path below the exporter; nil for what stays on the machine.
    var address: (node: Node, path: String)? {
        guard !Self.local.contains(type) else { return nil }
        for key in ["endpoint", "traces_endpoint", "logs_endpoint", "metrics_endpoint"] {
            if let value = node?[key], value.string != nil { return (value, "/" + key) }
        }
        return node?["endpoints"]?.elements.first.map { ($0, "/endpoints/0") }
    }

    /// The columns of `telemetry` that are known from the exporter.
    var columns: [String: Value] {
        guard let text = address?.node.string else {
            let isLocal = Self.local.contains(type)
            let isService = Self.services.contains(type)
            return [
                "enabled": true, "destination": isLocal ? "local" : .text(name),
                "remote": isLocal ? false : isService ? true : .null, "tls": isService ? true : .null,
                "retention_days": Value(days),
            ]
        }
        let server = ServerAddress(text)
        let isInsecure = node?[path: ["tls", "insecure"]]?.boolean == true
        let tls: Bool? = server.tls ?? (text.contains("$") ? nil : !isInsecure)
        let isUnverified = node?[path: ["tls", "insecure_skip_verify"]]?.boolean == true
        return [
            "enabled": true, "destination": .text(Redaction.redact(text)),
            "remote": .boolean(server.kind != "loopback"), "tls": Value(tls),
            "tls_verified": tls == true ? .boolean(!isUnverified) : .null, "retention_days": Value(days),
        ]
    }

    /// Files that are rotated away, and log groups with an age.
    private var days: Int? {
        node?[path: ["rotation", "max_days"]]?.integer ?? node?["log_retention"]?.integer
    }
}
