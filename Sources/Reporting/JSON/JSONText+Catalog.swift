internal import Compliance

extension JSONText {
    /// Writes a key with a list of objects, one a line.
    func list<Element>(_ key: String, _ elements: some Sequence<Element>, _ members: (Element) -> Void) {
        self.key(key)
        array(elements, block: true) { element in object { members(element) } }
    }

    /// Writes what judged.
    func write(_ catalog: Catalog) {
        key("catalog")
        object(block: true) {
            member("digest", catalog.digest)
            profile(catalog.tailoring)
            key("frameworks")
            array(catalog.frameworks, block: true) { framework in object(block: true) { members(of: framework) } }
            list("checks", catalog.checks) { members(of: $0) }
            list("mappings", catalog.mappings) { members(of: $0) }
        }
    }

    private func members(of framework: Framework) {
        member("id", framework.id.rawValue)
        member("title", framework.title)
        member("short_name", framework.shortName)
        member("publisher", framework.publisher)
        member("edition", framework.edition)
        member("published", framework.published)
        member("source", framework.source)
        member("licence", framework.licence)
        member("attribution", framework.attribution)
        list("controls", framework.controls) { control in
            member("id", control.id.rawValue)
            member("parent", control.parent?.rawValue)
            member("kind", control.kind.rawValue)
            member("title", control.title)
            member("statement", control.statement)
            member("observability", control.observability.rawValue)
            member("question", control.question)
        }
    }

    private func members(of mapping: Mapping) {
        member("id", mapping.id.rawValue)
        member("title", mapping.title)
        member("source", mapping.source.rawValue)
        member("target", mapping.target.rawValue)
        member("style", mapping.style.rawValue)
        member("version", mapping.version)
        member("status", mapping.status.rawValue)
        member("document", mapping.document)
        member("licence", mapping.licence)
        member("attribution", mapping.attribution)
        member("rows", mapping.rows.count)
        member("sha256", mapping.digest)
    }

    private func members(of check: Check) {
        member("id", check.id.rawValue)
        member("title", check.title)
        member("method", check.method.rawValue)
        member("severity", check.severity.rawValue)
        if !check.weights.isEmpty {
            key("weighs")
            array(check.weights) { weight in
                object {
                    member("severity", weight.severity.rawValue)
                    member("when", weight.when)
                }
            }
        }
        member("subject", check.subject.rawValue)
        if !check.products.isEmpty {
            key("products")
            array(check.products)
        }
        member("when", check.when)
        member("assert", check.assert)
        key("parameters")
        array(check.parameters) { parameter in object { members(of: parameter) } }
        member("rationale", check.rationale)
        member("remediation", check.remediation)
        key("references")
        array(check.references)
        key("mappings")
        array(check.mappings) { mapping in
            object {
                member("control", mapping.control.rawValue)
                member("relationship", mapping.relationship.rawValue)
                member("because", mapping.because)
            }
        }
    }
}
