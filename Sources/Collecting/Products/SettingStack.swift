internal import Documents

/// The settings of one agent, all levels, highest first.
struct SettingStack {
    /// One file of settings.
    struct Layer {
        let file: SourceFile
        let root: Node
        let level: String
        /// Why the product leaves the whole file out; nil when it holds.
        var refusal: String?
    }

    /// A value with the file that it stands in.
    struct Found {
        let node: Node
        let layer: Layer
        let path: [String]

        var pointer: String { Node.pointer(path) }
    }

    /// Every file that was read.
    let read: [Layer]
    /// Files of settings that cannot be read.
    let broken: [SourceFile]

    /// The files that hold.
    var layers: [Layer] { read.filter { $0.refusal == nil } }

    /// No settings at all.
    static let none = SettingStack(read: [], broken: [])

    private init(read: [Layer], broken: [SourceFile]) {
        (self.read, self.broken) = (read, broken)
    }

    /// The stack of some files, of which those of the first level given come first.
    init<Role>(
        _ members: [ProductAgent<Role>.Member], order: [String],
        refusal: (ProductAgent<Role>.Member) -> String? = { _ in nil }
    ) {
        func rank(_ level: String) -> Int { order.firstIndex(of: level) ?? order.count }
        broken = members.filter { $0.root == nil }.map(\.file)
        read = members.compactMap { member in
            member.root.map {
                Layer(file: member.file, root: $0, level: member.level, refusal: refusal(member))
            }
        }.sorted { rank($0.level) < rank($1.level) }
    }

    /// The value that counts.
    func value(_ path: String...) -> Found? { value(path) }

    func value(_ path: [String]) -> Found? { all(path).first }

    /// The values of all levels, highest first, for settings that the product unites.
    func all(_ path: [String]) -> [Found] {
        layers.compactMap { layer in
            layer.root[path: path].map { Found(node: $0, layer: layer, path: path) }
        }
    }

    func text(_ path: String...) -> String? { value(path)?.node.string }
    func boolean(_ path: String...) -> Bool? { value(path)?.node.boolean }
    func number(_ path: String...) -> Double? { value(path)?.node.number }
}
