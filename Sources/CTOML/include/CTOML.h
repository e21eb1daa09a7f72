#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Events of a TOML document, in the order in which toml++ keeps its tables.
typedef enum {
  CTOML_TABLE_START, CTOML_TABLE_END, CTOML_ARRAY_START, CTOML_ARRAY_END, CTOML_KEY,
  CTOML_STRING, CTOML_INTEGER, CTOML_REAL, CTOML_BOOLEAN
} ctoml_kind;

typedef struct {
  ctoml_kind kind;
  uint32_t line;
  uint32_t column;
  const char *text;
  size_t length;
  int64_t integer;
  double real;
} ctoml_event;

typedef void (*ctoml_visitor)(const ctoml_event *event, void *context);
typedef void (*ctoml_failure)(const char *message, size_t length, uint32_t line, uint32_t column, void *context);

// Parses UTF-8 text; calls either the visitor for each event, or the failure once. Returns 1 on success.
int ctoml_parse(const char *text, size_t length, ctoml_visitor visit, ctoml_failure fail, void *context);

#ifdef __cplusplus
}
#endif
