package app.saywell.vault

import android.text.method.PasswordTransformationMethod
import android.widget.Button
import android.widget.EditText
import app.saywell.R
import java.nio.CharBuffer
import java.text.Normalizer

/** What is typed as a password: UTF-8 in NFC, so that every keyboard gives the same bytes. Who takes it overwrites it. */
fun EditText.password(): ByteArray {
    val typed = CharArray(length()).also { text.getChars(0, it.size, it, 0) }
    val bytes = Charsets.UTF_8.encode(composed(typed))
    return ByteArray(bytes.remaining()).also {
        bytes.get(it)
        bytes.array().fill(0)
        typed.fill('\u0000')
    }
}

/** A string cannot be overwritten, so one is made only where there is something to compose: nothing below U+0300 can change. */
private fun composed(typed: CharArray): CharBuffer = CharBuffer.wrap(typed).let { chars ->
    if (typed.all { it < '\u0300' }) chars else CharBuffer.wrap(Normalizer.normalize(chars, Normalizer.Form.NFC))
}

/** A button that shows what is typed in [fields], and hides it again. It is hidden whenever the page is built anew. */
fun Button.reveals(vararg fields: EditText) {
    var shown = false
    setText(R.string.show_password)
    setOnClickListener {
        shown = !shown
        setText(if (shown) R.string.hide_password else R.string.show_password)
        fields.forEach { field ->
            val at = field.selectionEnd
            field.transformationMethod = if (shown) null else PasswordTransformationMethod.getInstance()
            field.setSelection(at)
        }
    }
}
