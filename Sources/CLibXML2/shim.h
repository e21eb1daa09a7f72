#pragma once
// Debian builds libxml2 with ICU, whose headers clash with Foundation's own copy in one module.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/c14n.h>
#include <libxml/catalog.h>
#include <libxml/xmlschemas.h>

// A DOCTYPE is where entities come from: refusing it refuses every entity bomb and external entity at once.
static inline void surety_refuse_doctype_handler(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name; (void)external; (void)system;
  xmlStopParser((xmlParserCtxtPtr)context);
  ((xmlParserCtxtPtr)context)->errNo = XML_ERR_UNSUPPORTED_ENCODING + 100000;
}
static inline void surety_refuse_doctype(xmlParserCtxtPtr context) { context->sax->internalSubset = surety_refuse_doctype_handler; }
static inline int surety_has_doctype(xmlParserCtxtPtr context) { return context->errNo == XML_ERR_UNSUPPORTED_ENCODING + 100000; }

// libxml2's own `xmlFree` is a global variable, which Swift 6 takes for shared mutable state.
static inline void surety_xml_free(void *memory) { xmlFree(memory); }
