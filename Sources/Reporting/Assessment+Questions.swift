internal import Compliance

extension Assessment {
    /// The identifier of the gap that an open question is, as registers have it: a named system is part of it.
    func id(of question: OpenQuestion) -> GapID { system.map { question.id.inSystem($0) } ?? question.id }
}
