internal import Documents

/// One Kubernetes object of a file that may hold several.
struct Manifest {
    let file: SourceFile
    let root: Node
    /// Where the object begins in the file: empty, or the index of the document.
    let pointer: String

    var kind: String { root["kind"]?.string ?? "" }
    var name: String { root[path: ["metadata", "name"]]?.string ?? "" }
    var namespace: String { root[path: ["metadata", "namespace"]]?.string ?? "default" }
    var spec: Node { root["spec"] ?? Node(.object([]), at: root.position) }

    /// The group before the stroke of `apiVersion`; other operators use the same kinds in groups of their own.
    var group: String { String((root["apiVersion"]?.string ?? "").prefix { $0 != "/" }) }

    /// The objects of a file, lists taken apart.
    static func all(in file: SourceFile) -> [Manifest] {
        guard let root = file.document?.root else { return [] }
        let documents = root.isArray ? root.elements.enumerated().map { ("/\($0)", $1) } : [("", root)]
        return documents.flatMap { pointer, node -> [Manifest] in
            guard node["kind"]?.string == "List" else { return [Manifest(file: file, root: node, pointer: pointer)] }
            return (node["items"]?.elements ?? []).enumerated().map {
                Manifest(file: file, root: $1, pointer: "\(pointer)/items/\($0)")
            }
        }
    }

    /// Whether a reference of another object, which may name a namespace before a stroke, means this one.
    func isMeant(by reference: String, from namespace: String) -> Bool {
        let parts = reference.split(separator: "/").map(String.init)
        return parts.count == 2
            ? parts[0] == self.namespace && parts[1] == name : reference == name && namespace == self.namespace
    }
}
