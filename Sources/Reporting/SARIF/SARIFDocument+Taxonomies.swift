internal import Compliance

extension SARIFDocument {
    /// Writes each framework as a taxonomy, with what its items are to those of other frameworks.
    func taxonomies() {
        json.key("taxonomies")
        json.array(assessment.catalog.frameworks, block: true) { framework in
            json.object(block: true) {
                json.member("name", framework.id.rawValue)
                json.member("guid", names.taxonomy(framework.id))
                json.given("fullName", framework.title)
                json.given("version", framework.edition)
                json.given("organization", framework.publisher)
                json.given("informationUri", OSCALValues.href(ofLink: framework.source))
                if OSCALValues.dateTime(framework.published) != nil, framework.published.utf8.count == 10 {
                    json.member("releaseDateUtc", framework.published)
                }
                json.nested("shortDescription") { json.member("text", framework.title) }
                json.nested("fullDescription") {
                    json.member("text", "\(framework.licence). \(framework.attribution)")
                }
                json.member("isComprehensive", true)
                json.list("taxa", framework.controls) { taxon($0) }
            }
        }
    }

    private func taxon(_ control: Control) {
        json.member("id", control.id.item)
        json.given("name", control.title)
        json.nested("shortDescription") { json.member("text", control.title) }
        json.nested("fullDescription") { json.member("text", control.statement) }
        let relations = rows[control.id] ?? []
        guard control.parent != nil || !relations.isEmpty else { return }
        json.key("relationships")
        json.array(Array(0...relations.count)) { position in
            guard position > 0 else {
                if let parent = control.parent { relationship(to: parent, "superset", "a part of it") }
                return
            }
            let row = relations[position - 1]
            relationship(to: row.target, row.relationship?.sarifKind ?? "relevant", row.because)
        }
    }

    private func relationship(to control: ControlID, _ kind: String, _ because: String) {
        json.object {
            json.nested("target") { reference(control) }
            json.texts("kinds", [kind])
            json.nested("description") { json.member("text", because) }
        }
    }
}
