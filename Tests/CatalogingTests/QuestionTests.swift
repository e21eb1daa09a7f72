import Cataloging
import Compliance
import Testing

@Suite("What the frameworks say of their items")
struct QuestionTests {
    private let frameworks: [Framework]

    init() throws { frameworks = try CatalogLoader.load(folders: []).frameworks }

    @Test("Identifiers are unique, parents exist, nothing is empty")
    func items() {
        for framework in frameworks {
            let ids = Set(framework.controls.map(\.id))
            #expect(ids.count == framework.controls.count, "\(framework.id)")
            for control in framework.controls {
                #expect(control.parent.map(ids.contains) ?? true, "\(control.id)")
                #expect(!control.title.isEmpty && control.statement.hasSuffix("."), "\(control.id)")
            }
        }
    }

    @Test("Whatever configuration cannot show whole asks a person, with a question of its own")
    func questions() {
        let controls = frameworks.flatMap(\.controls).filter { $0.kind != .group }
        for control in controls {
            #expect((control.observability == .direct) == (control.question == nil), "\(control.id)")
            #expect(control.question?.hasSuffix("?") ?? true, "\(control.id)")
        }
        let questions = controls.compactMap(\.question)
        #expect(Set(questions).count == questions.count)
        // A template shows by how its copies begin.
        let beginnings = Dictionary(grouping: questions) { $0.split(separator: " ").prefix(5).joined(separator: " ") }
        for (beginning, alike) in beginnings { #expect(alike.count <= 3, "\(alike.count) begin with “\(beginning)”") }
    }

    @Test("Titles of guidelines are ours and short")
    func titles() {
        for control in frameworks.flatMap(\.controls) { #expect(control.title.count <= 70, "\(control.id)") }
    }
}
