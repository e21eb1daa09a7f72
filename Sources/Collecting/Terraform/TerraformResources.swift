internal import Documents

/// One resource, or data source, of Terraform.
struct TerraformResource {
    let type: String
    /// Its address, for example `module.agents.aws_iam_role.shop`.
    let address: String
    let values: Node
    /// Where the values stand.
    let pointer: String
    /// What the configuration says where the plan does not know yet.
    let expressions: Node?

    /// The module that it is in, with a dot at the end; empty for the root.
    var module: String {
        let name = address.split(separator: ".").suffix(2).joined(separator: ".")
        let isData = address.hasSuffix("data." + name)
        return String(address.dropLast(name.count + (isData ? 5 : 0)))
    }

    /// What an attribute refers to, without the attribute of the other.
    func references(_ key: String) -> [String] {
        let planned = (expressions?[path: [key, "references"]]?.elements ?? []).compactMap(\.string)
        let value = values[key]
        let texts = (value.map { $0.isArray ? $0.elements : [$0] } ?? []).compactMap(\.string)
        return planned + texts.flatMap(Self.interpolations)
    }

    /// The addresses within `${…}`.
    private static func interpolations(_ text: String) -> [String] {
        text.ranges(of: "${").map { start in
            String(text[start.upperBound...].prefix { $0 != "}" }.filter { !$0.isWhitespace })
        }
    }
}

/// The resources of a plan in JSON, or of a configuration in `.tf.json`.
///
/// <https://developer.hashicorp.com/terraform/internals/json-format>,
/// <https://developer.hashicorp.com/terraform/language/syntax/json>
struct TerraformResources {
    private(set) var all: [TerraformResource] = []

    /// The planned resources, with the references of the configuration.
    init(plan root: Node) {
        var expressions: [String: Node] = [:]
        Self.gather(configuration: root[path: ["configuration", "root_module"]], "", into: &expressions)
        gather(root[path: ["planned_values", "root_module"]], "/planned_values/root_module", expressions)
        // Data sources that were read already stand in the state before.
        gather(
            root[path: ["prior_state", "values", "root_module"]], "/prior_state/values/root_module", expressions,
            only: "data.")
    }

    /// The resources as they are written.
    init(configuration root: Node) {
        for (section, prefix) in [("resource", ""), ("data", "data.")] {
            for type in root[section]?.members ?? [] {
                for entry in type.value.members {
                    let place = "/\(section)/\(Node.escape(type.key))/\(Node.escape(entry.key))"
                    let isList = entry.value.isArray
                    guard let values = isList ? entry.value.elements.first : entry.value else { continue }
                    all.append(
                        TerraformResource(
                            type: type.key, address: "\(prefix)\(type.key).\(entry.key)", values: values,
                            pointer: isList ? place + "/0" : place, expressions: nil))
                }
            }
        }
    }

    /// The resources of a type.
    subscript(_ type: String) -> [TerraformResource] { all.filter { $0.type == type } }

    /// The resource that an attribute refers to, by reference or by the name that it has.
    func target(of resource: TerraformResource, _ key: String, type: String) -> TerraformResource? {
        let references = resource.references(key)
        let candidates = self[type]
        let byReference = candidates.first { candidate in
            references.contains { reference in
                let full = resource.module + reference
                return full == candidate.address || full.hasPrefix(candidate.address + ".")
            }
        }
        if let byReference { return byReference }
        guard let text = resource.values[key]?.string, !text.contains("${") else { return nil }
        let name = text.split(separator: "/").last.map(String.init) ?? text
        return candidates.first { candidate in
            ["name", "arn", "id"].contains {
                candidate.values[$0]?.string == text || candidate.values[$0]?.string == name
            }
        }
    }

    private mutating func gather(
        _ module: Node?, _ pointer: String, _ expressions: [String: Node], only prefix: String? = nil
    ) {
        for (index, resource) in (module?["resources"]?.elements ?? []).enumerated() {
            guard let type = resource["type"]?.string, let values = resource["values"] else { continue }
            let address = resource["address"]?.string ?? "\(type).\(index)"
            if let prefix, !address.contains(prefix) { continue }
            let plain = String(address.prefix { $0 != "[" })
            all.append(
                TerraformResource(
                    type: type, address: address, values: values, pointer: "\(pointer)/resources/\(index)/values",
                    expressions: expressions[plain]))
        }
        for (index, child) in (module?["child_modules"]?.elements ?? []).enumerated() {
            gather(child, "\(pointer)/child_modules/\(index)", expressions, only: prefix)
        }
    }

    private static func gather(configuration module: Node?, _ prefix: String, into found: inout [String: Node]) {
        for resource in module?["resources"]?.elements ?? [] {
            guard let address = resource["address"]?.string else { continue }
            found[prefix + address] = resource["expressions"]
        }
        for call in module?["module_calls"]?.members ?? [] {
            gather(configuration: call.value["module"], "\(prefix)module.\(call.key).", into: &found)
        }
    }
}
