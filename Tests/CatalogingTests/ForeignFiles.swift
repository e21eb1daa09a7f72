import Compliance
import Foundation
import Reporting

@testable import Cataloging

/// Catalogs of others, small, with everything that a real one has.
enum ForeignFiles {
    /// Groups, items with labels, parameters in parameters, an enhancement, a withdrawn control, markup.
    static let xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="11111111-1111-4111-8111-111111111111">
          <metadata>
            <title>Example &amp; Controls</title>
            <last-modified>2026-02-03T04:05:06Z</last-modified>
            <version>5</version>
            <oscal-version>1.2.3</oscal-version>
            <link href="#22222222-2222-4222-8222-222222222222" rel="reference"/>
            <role id="creator"><title>Creator</title></role>
            <party uuid="33333333-3333-4333-8333-333333333333" type="organization"><name>Institute</name></party>
            <responsible-party role-id="creator">
              <party-uuid>33333333-3333-4333-8333-333333333333</party-uuid>
            </responsible-party>
          </metadata>
          <group id="ac" class="family">
            <title>Access <em>Control</em></title>
            <control id="AC-1" class="SP800-53">
              <title>Policy</title>
              <param id="ac-1_p1"><label>people</label></param>
              <param id="ac-1_p2">
                <select how-many="one-or-more">
                  <choice>daily</choice>
              <choice><insert type="param" id-ref="ac-1_p3"/> <insert type="param" id-ref="ac-1_p1"/></choice>
                </select>
              </param>
              <param id="ac-1_p3"><label>time</label><value>ten days</value></param>
              <prop name="label" value="AC-1"/>
              <part id="ac-1_smt" name="statement">
                <p>The organization:</p>
                <part id="ac-1_smt.a" name="item">
                  <prop name="label" value="a."/>
                  <p>Tells <insert type="param" id-ref="ac-1_p1"/>  what <strong>is</strong> to do
                    by <a href="https://a.example">rule</a>, 2 * 3 &lt; [7];</p>
                  <part id="ac-1_smt.a.1" name="item"><prop name="label" value="1."/>
                    <p>again <insert type="param" id-ref="ac-1_p2"/>.</p></part>
                </part>
              </part>
              <part id="ac-1_gdn" name="guidance"><p>Left out.</p></part>
              <control id="ac-1.1" class="SP800-53-enhancement">
                <title>More</title>
                <part id="ac-1.1_smt" name="statement"><p>Do more.</p></part>
              </control>
            </control>
            <control id="ac-2" class="SP800-53">
              <title>Gone</title>
              <prop name="status" value="withdrawn"/>
              <link href="#AC-1" rel="incorporated-into"/>
            </control>
          </group>
          <back-matter>
            <resource uuid="22222222-2222-4222-8222-222222222222">
              <title>The text</title><rlink href="https://a.example/text.pdf"/>
            </resource>
          </back-matter>
        </catalog>
        """

    /// The same in JSON, as far as it is asked for.
    static let json = #"""
        {"catalog": {"uuid": "11111111-1111-4111-8111-111111111111", "metadata": {"title": "Example & Controls",
          "last-modified": "2026-02-03T04:05:06Z", "version": "5", "oscal-version": "1.2.3",
          "links": [{"href": "#22222222-2222-4222-8222-222222222222", "rel": "reference"}],
          "roles": [{"id": "creator", "title": "Creator"}],
          "parties": [{"uuid": "33333333-3333-4333-8333-333333333333", "type": "organization", "name": "Institute"}],
          "responsible-parties": [{"role-id": "creator", "party-uuids": ["33333333-3333-4333-8333-333333333333"]}]},
         "groups": [{"id": "ac", "class": "family", "title": "Access *Control*", "controls": [
          {"id": "AC-1", "class": "SP800-53", "title": "Policy", "params": [
            {"id": "ac-1_p1", "label": "people"},
            {"id": "ac-1_p2", "select": {"how-many": "one-or-more",
              "choice": ["daily", "{{ insert: param, ac-1_p3 }} {{ insert: param, ac-1_p1 }}"]}},
            {"id": "ac-1_p3", "label": "time", "values": ["ten days"]}],
           "props": [{"name": "label", "value": "AC-1"}],
           "parts": [{"id": "ac-1_smt", "name": "statement", "prose": "The organization:", "parts": [
             {"id": "ac-1_smt.a", "name": "item", "props": [{"name": "label", "value": "a."}],
              "prose": "Tells {{ insert: param, ac-1_p1 }} what **is** to do by [rule](https://a.example), 2 \\* 3 \\< \\[7\\];",
              "parts": [{"id": "ac-1_smt.a.1", "name": "item", "props": [{"name": "label", "value": "1."}],
               "prose": "again {{ insert: param, ac-1_p2 }}."}]}]},
             {"id": "ac-1_gdn", "name": "guidance", "prose": "Left out."}],
           "controls": [{"id": "ac-1.1", "class": "SP800-53-enhancement", "title": "More",
             "parts": [{"id": "ac-1.1_smt", "name": "statement", "prose": "Do more."}]}]},
          {"id": "ac-2", "class": "SP800-53", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}],
           "links": [{"href": "#AC-1", "rel": "incorporated-into"}]}]}],
         "back-matter": {"resources": [{"uuid": "22222222-2222-4222-8222-222222222222", "title": "The text",
           "rlinks": [{"href": "https://a.example/text.pdf"}]}]}}}
        """#

    /// The framework in a file.
    static func read(
        _ text: String, name: String = "example.xml", id: String? = "example", catalogs: [String: String] = [:]
    ) throws -> FrameworkImport {
        try FrameworkImport(
            (path: name, bytes: Array(text.utf8)), id: id,
            catalogs: catalogs.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: Array($0.value.utf8)) })
    }

    /// A framework without the spellings by which people refer to it, for which other formats have no place.
    static func bare(_ framework: Framework) -> Framework {
        Framework(
            id: framework.id, title: framework.title, shortName: framework.shortName, publisher: framework.publisher,
            edition: framework.edition, published: framework.published, source: framework.source,
            licence: framework.licence, attribution: framework.attribution, isDefault: framework.isDefault,
            controls: framework.controls)
    }

    /// A framework as an OSCAL catalog.
    static func export(_ framework: Framework, _ form: OSCALForm) -> String {
        String(decoding: ByteSink.bytes { OSCALCatalogDocument(framework).write(as: form, to: $0) }, as: UTF8.self)
    }

    /// A framework as a file of a catalog.
    static func yaml(_ framework: Framework) -> String {
        String(decoding: ByteSink.bytes { FrameworkFile.write(framework, comment: "a", to: $0) }, as: UTF8.self)
    }
}
