//! What a project is: values, and the one way to change them.
