internal import Compliance

/// A framework as a library of CISO Assistant.
///
/// Form: https://github.com/intuitem/ciso-assistant-community/blob/main/tools/README.md
struct CISOLibrary {
    /// Version of our libraries, which CISO Assistant demands to grow for an update: raised by a change of what they hold.
    static let version = 1

    let framework: Framework

    var tree: PlainTree {
        Self.library(
            urn: CISOName.library(framework.id), reference: framework.id.rawValue, name: framework.title,
            description: "\(framework.shortName), edition \(framework.edition). Source: \(framework.source)",
            copyright: "\(framework.licence). \(framework.attribution)", published: framework.published,
            provider: framework.publisher, dependencies: [],
            objects: [("framework", .object(members))])
    }

    private var members: [(key: String, value: PlainTree)] {
        [
            ("urn", .text(CISOName.framework(framework.id))), ("ref_id", .text(framework.id.rawValue)),
            ("name", .text(line(framework.title))), ("description", .text(line(framework.shortName))),
            ("requirement_nodes", .list(framework.controls.map(node))),
        ]
    }

    private func node(_ control: Control) -> PlainTree {
        var members: [(key: String, value: PlainTree)] = [
            ("urn", .text(CISOName.node(control.id))), ("assessable", .flag(control.kind != .group)),
            ("depth", .number(depth(of: control))),
        ]
        if let parent = control.parent { members.append(("parent_urn", .text(CISOName.node(parent)))) }
        members += [
            ("ref_id", .text(line(CISOName.reference(control.id)))), ("name", .text(line(control.title))),
            ("description", .text(line(control.statement))),
        ]
        if let question = control.question { members.append(("annotation", .text(line(question)))) }
        return .object(members)
    }

    private func depth(of control: Control) -> Int {
        var depth = 1
        var parent = control.parent
        while let next = parent, depth <= framework.controls.count {
            depth += 1
            parent = framework.controls.first { $0.id == next }?.parent
        }
        return depth
    }

    private func line(_ text: String) -> String { SafeText.line(text) }

    /// The head that every library has.
    static func library(
        urn: String, reference: String, name: String, description: String, copyright: String, published: String,
        provider: String, dependencies: [String], objects: [(key: String, value: PlainTree)]
    ) -> PlainTree {
        var members: [(key: String, value: PlainTree)] = [
            ("urn", .text(urn)), ("locale", .text("en")), ("ref_id", .text(reference)),
            ("name", .text(SafeText.line(name))), ("description", .text(SafeText.line(description))),
            ("copyright", .text(SafeText.line(copyright))), ("version", .number(version)),
            ("publication_date", .text(published)), ("provider", .text(SafeText.line(provider))),
            ("packager", .text(CISOName.packager)),
        ]
        if !dependencies.isEmpty { members.append(("dependencies", .list(dependencies.map { .text($0) }))) }
        members.append(("objects", .object(objects)))
        return .object(members)
    }
}
