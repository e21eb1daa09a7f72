internal import Compliance
internal import Documents

/// The pipelines of one collector: what comes in on which port, and which exporters it leaves by.
///
/// <https://opentelemetry.io/docs/collector/configuration/#pipelines>
struct Pipelines {
    let root: Node
    let pointer: String

    private static let kinds = ["logs": "log", "traces": "trace", "metrics": "metric"]
    /// Processors that take contents out, and those that keep a part of the records only.
    private static let redactors = ["redaction", "attributes", "transform", "filter"]
    private static let samplers = ["probabilistic_sampler", "tail_sampling", "filter"]

    private struct Pipeline {
        let kind: String
        let receivers: [String]
        let processors: [String]
        let exporters: [(name: String, node: Node, pointer: String)]

        func has(_ names: [String]) -> Bool { processors.contains { names.contains(Exporter.type(of: $0)) } }
    }

    private var all: [Pipeline] {
        (root[path: ["service", "pipelines"]]?.members ?? []).compactMap { member in
            guard let kind = Self.kinds[Exporter.type(of: member.key)] else { return nil }
            let place = "\(pointer)/service/pipelines/\(Node.escape(member.key))/exporters"
            let texts = { (key: String) in (member.value[key]?.elements ?? []).compactMap(\.string) }
            return Pipeline(
                kind: kind, receivers: texts("receivers"), processors: texts("processors"),
                exporters: (member.value["exporters"]?.elements ?? []).enumerated().compactMap { index, node in
                    node.string.map { ($0, node, "\(place)/\(index)") }
                })
        }
    }

    /// Ports on which OTLP comes in, by receiver.
    private var ports: [String: Set<Int>] {
        var found: [String: Set<Int>] = [:]
        for receiver in root["receivers"]?.members ?? [] where Exporter.type(of: receiver.key) == "otlp" {
            for (name, usual) in [("grpc", 4317), ("http", 4318)] {
                guard let protocols = receiver.value["protocols"],
                    let member = protocols.members.first(where: { $0.key == name })
                else { continue }
                let written = member.value["endpoint"]?.string.flatMap(Self.port)
                found[receiver.key, default: []].insert(written ?? usual)
            }
        }
        return found
    }

    private static func port(_ address: String) -> Int? {
        let authority = address.ranges(of: "://").first.map { address[$0.upperBound...] } ?? address[...]
        return authority.prefix { $0 != "/" }.split(separator: ":").last.flatMap { Int($0) }
    }

    /// Whether an agent's record is sent to this collector: to one of its ports, on this machine or a neighbour's.
    func receives(_ row: Row) -> Bool {
        guard row["enabled"] == true, let destination = row["destination"].text, destination.contains("://"),
            ["loopback", "private"].contains(ServerAddress(destination).kind), let port = Self.port(destination)
        else { return false }
        return ports.values.contains { $0.contains(port) }
    }

    /// Records where an agent's record goes from here, or that it ends here.
    func record(forwarding row: Row, _ scribe: inout Scribe) {
        let port = row["destination"].text.flatMap(Self.port) ?? 0
        let entrances = Set(ports.filter { $0.value.contains(port) }.keys)
        let own = all.filter { $0.kind == row["kind"].text && $0.receivers.contains(where: entrances.contains) }
        let exits = own.flatMap { pipeline in pipeline.exporters.map { (pipeline, $0) } }
        if exits.isEmpty {
            let node = root[path: ["service", "pipelines"]] ?? root
            scribe.add(
                .telemetry, at: node, pointer + "/service/pipelines",
                ["kind": row["kind"], "enabled": false, "destination": "no pipeline takes it", "remote": false])
        }
        for (pipeline, exit) in exits {
            var columns = columns(pipeline, exit.name)
            columns["captures_actions"] = pipeline.has(Self.samplers) ? .null : row["captures_actions"]
            let mayHold = row["captures_prompts"] == true && pipeline.has(Self.redactors)
            columns["captures_prompts"] = mayHold ? .null : row["captures_prompts"]
            scribe.add(.telemetry, at: exit.node, exit.pointer, columns)
        }
    }

    /// Records every exit of every pipeline; what the records hold is not known here.
    func recordAll(_ scribe: inout Scribe) {
        for pipeline in all {
            for exit in pipeline.exporters {
                scribe.add(.telemetry, at: exit.node, exit.pointer, columns(pipeline, exit.name))
            }
        }
    }

    private func columns(_ pipeline: Pipeline, _ name: String) -> [String: Value] {
        var columns = Exporter(name, root[path: ["exporters", name]]).columns
        columns["kind"] = .text(pipeline.kind)
        return columns
    }

    /// Records the destinations, and what the exporters authenticate with.
    func recordExporters(_ scribe: inout Scribe) {
        for member in root["exporters"]?.members ?? [] {
            let place = "\(pointer)/exporters/\(Node.escape(member.key))"
            scribe.secrets(in: member.value, holder: member.key, place)
            for header in member.value["headers"]?.members ?? [] {
                let isSecret = SecretScanner.detect(key: header.key, value: header.value.string ?? "") != nil
                guard !isSecret else { continue }
                scribe.credential(
                    header.value, name: header.key, holder: member.key, "\(place)/headers/\(Node.escape(header.key))")
            }
            guard let (node, path) = Exporter(member.key, member.value).address, let text = node.string else {
                continue
            }
            scribe.add(
                .egress, at: node, place + path,
                [
                    "destination": .text(Redaction.redact(ServerAddress(text).host)), "breadth": "exact",
                    "effect": "allow", "enforced_by": "proxy",
                ])
        }
    }
}
