//! What Arabic needs: folding with offset map, words, sentences, titles.
