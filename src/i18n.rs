//! Message lookup over assets/i18n/*.ftl.
