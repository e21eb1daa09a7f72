import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;

/** The JDK's XML signatures, with one P-256 key that is given: `java XMLSignatureCheck.java KEY.pub.pem FILE…`. */
public class XMLSignatureCheck {
  public static void main(String[] arguments) throws Exception {
    String pem = Files.readString(Path.of(arguments[0])).replaceAll("-----[^-]*-----|\\s", "");
    PublicKey key = KeyFactory.getInstance("EC")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    for (int place = 1; place < arguments.length; place++) {
      String word;
      try {
        word = holds(Path.of(arguments[place]), key) ? "accepts" : "refuses";
      } catch (Exception problem) {
        word = "refuses";
      }
      System.out.println(word + " " + arguments[place]);
    }
  }

  private static boolean holds(Path file, PublicKey key) throws Exception {
    DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
    documents.setNamespaceAware(true);
    documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    NodeList found = documents.newDocumentBuilder().parse(file.toFile())
        .getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
    if (found.getLength() != 1) return false;
    XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
    DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), found.item(0));
    // Secure validation opens no file by a reference; a detached signature names one, beside itself and nowhere else.
    URIDereferencer usual = signatures.getURIDereferencer();
    context.setURIDereferencer((reference, inner) -> {
      String name = reference.getURI();
      if (name == null || name.isEmpty() || name.contains("/") || name.contains("#")) {
        return usual.dereference(reference, inner);
      }
      try {
        return new OctetStreamData(new ByteArrayInputStream(Files.readAllBytes(file.resolveSibling(name))));
      } catch (java.io.IOException problem) {
        throw new javax.xml.crypto.URIReferenceException(problem);
      }
    });
    return signatures.unmarshalXMLSignature(context).validate(context);
  }
}
