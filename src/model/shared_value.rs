//! Shared records (`Arc<T>`) as the records themselves in JSON.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

/// Writes the record.
pub(crate) fn serialize<T: Serialize, S: Serializer>(
    record: &Arc<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    record.as_ref().serialize(serializer)
}

/// Reads a record that nobody shares yet.
pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Arc<T>, D::Error> {
    T::deserialize(deserializer).map(Arc::new)
}
