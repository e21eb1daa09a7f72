internal import Documents

/// The resources of one CloudFormation template.
///
/// The short forms of intrinsic functions (`!Ref`, `!GetAtt`, `!Sub`) come as the text behind the tag.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html>
struct CloudTemplate {
    let root: Node

    var resources: [Member] { root["Resources"]?.members ?? [] }

    func properties(_ name: String) -> Node? { root[path: ["Resources", name, "Properties"]] }
    func type(_ name: String) -> String? { root[path: ["Resources", name, "Type"]]?.string }

    /// The name of the resource that a value refers to.
    func target(_ node: Node?) -> String? {
        guard let node else { return nil }
        let text =
            node.string ?? node["Ref"]?.string ?? node["Fn::GetAtt"]?.elements.first?.string
            ?? node["Fn::GetAtt"]?.string ?? node["Fn::Sub"]?.string
        guard var text else { return nil }
        if text.hasPrefix("${"), let end = text.firstIndex(of: "}") { text = String(text[..<end].dropFirst(2)) }
        let name = String(text.prefix { $0 != "." })
        return root[path: ["Resources", name]] == nil ? nil : name
    }

    /// The text of a value; of a parameter its default, of another reference nothing.
    func text(_ node: Node?) -> String? {
        guard let node else { return nil }
        let text = node.string ?? node["Ref"]?.string
        if let text, let parameter = root[path: ["Parameters", text]] { return parameter["Default"]?.string }
        guard var text = node.string ?? node["Fn::Sub"]?.string, target(node) == nil else { return nil }
        for parameter in root["Parameters"]?.members ?? [] {
            guard let value = parameter.value["Default"]?.string else { continue }
            text = text.replacing("${\(parameter.key)}", with: value)
        }
        return text
    }
}
