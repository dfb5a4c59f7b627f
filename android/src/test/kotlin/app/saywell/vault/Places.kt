/** Places of other apps, where a person keeps files, and the system's own page to pick one. */
package app.saywell.vault

import android.app.Activity
import android.content.ContentResolver
import android.content.Intent
import android.net.Uri
import android.provider.DocumentsContract
import android.widget.EditText
import app.saywell.Hand
import app.saywell.R
import app.saywell.phone
import org.junit.Assert.assertTrue
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import java.io.ByteArrayInputStream
import java.io.File
import java.io.FileNotFoundException
import java.io.InputStream
import java.io.OutputStream
import java.util.concurrent.TimeUnit

/** A file in such a place. As it is, the place is good: it gives streams of a file and can delete it. */
class Place {
    val file: File = File.createTempFile("place", null)
    val uri: Uri = Uri.parse("content://elsewhere/document/${file.name}")

    init {
        takes { file.outputStream() }
        gives { file.inputStream() }
        deletes = { file.delete() }
    }

    fun takes(stream: () -> OutputStream) = shadowOf(phone.contentResolver).registerOutputStreamSupplier(uri, stream)

    fun gives(stream: () -> InputStream) = shadowOf(phone.contentResolver).registerInputStreamSupplier(uri, stream)

    fun holds(bytes: ByteArray) = gives { ByteArrayInputStream(bytes) }

    fun isGone() = gives { throw FileNotFoundException() }

    companion object {
        /** What the place does when it is asked to delete the file. */
        var deletes: () -> Boolean = { true }
    }
}

@Implements(DocumentsContract::class)
class Deletes {
    companion object {
        @JvmStatic @Implementation
        fun deleteDocument(resolver: ContentResolver, uri: Uri): Boolean = Place.deletes()
    }
}

/** Touches what opens the system's page, and picks there; the app is out of sight meanwhile. What the page was asked for. */
fun Hand.pick(uri: Uri, button: Int = R.id.act): Intent {
    tap(button)
    val asked = shadowOf(activity).nextStartedActivityForResult.intent
    leave()
    comeBack()
    shadowOf(activity).receiveResult(asked, Activity.RESULT_OK, Intent().setData(uri))
    rest()
    return asked
}

fun Hand.write(field: Int, words: String) = page.findViewById<EditText>(field).setText(words)

/** Until the place has answered too, and core has done what was asked of it then. */
fun Hand.until(seen: () -> Boolean) {
    val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
    while (!seen() && System.nanoTime() < end) {
        Thread.sleep(5)
        rest()
    }
    assertTrue("not seen; there is: " + views().filterIsInstance<android.widget.TextView>().joinToString(" | ") { it.text }, seen())
    rest()
}

fun Hand.until(words: Int) = until { sees(phone.getString(words)) }

const val PASSWORD = "four green birds"

fun Hand.save(password: String = PASSWORD, again: String = password) {
    write(R.id.password, password)
    write(R.id.again, again)
    tap(R.id.act)
}

fun Hand.lookInside(password: String = PASSWORD) {
    write(R.id.password, password)
    tap(R.id.act)
}
