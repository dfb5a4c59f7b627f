package app.saywell.lesson

import android.content.Context
import android.speech.tts.TextToSpeech
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.TextView
import app.saywell.App
import org.saywell.engine.languageFor
import java.util.Locale

/** Reads a card aloud with the system's voice, on this phone. Begun by the person only, and over when the card is left. */
class Speech(private val context: Context) {
    private var voice: TextToSpeech? = null
    private var ready = false

    /** Asked for, until the voice is there. */
    private var asked = emptyList<CharSequence>()

    /** Reads all words of [card] but the person's own, or stops if it is reading. */
    fun toggle(card: View) {
        val words = words(card)
        val speaking = voice ?: return begin(words)
        if (speaking.isSpeaking) speaking.stop() else if (ready) say(words)
    }

    private fun begin(words: List<CharSequence>) {
        asked = words
        voice = TextToSpeech(context) { status ->
            ready = status == TextToSpeech.SUCCESS
            if (!ready) return@TextToSpeech
            // A phone without a voice for it reads with the one that it has.
            voice?.language = Locale.forLanguageTag(languageFor((context.applicationContext as App).languages).tag)
            say(asked)
        }
    }

    private fun say(words: List<CharSequence>) = words.forEachIndexed { i, part ->
        voice?.speak(part, if (i == 0) TextToSpeech.QUEUE_FLUSH else TextToSpeech.QUEUE_ADD, null, "$i")
    }

    fun stop() {
        asked = emptyList()
        voice?.stop()
    }

    fun close() {
        voice?.shutdown()
        voice = null
    }

    private fun words(view: View): List<CharSequence> = when {
        view.visibility != View.VISIBLE || view is EditText -> emptyList()
        view is ViewGroup -> (0 until view.childCount).flatMap { words(view.getChildAt(it)) }
        view is TextView && view.text.isNotBlank() -> listOf(view.text)
        else -> emptyList()
    }
}
