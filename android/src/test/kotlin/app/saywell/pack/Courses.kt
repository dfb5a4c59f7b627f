/** Courses as a person gets them: opened out of another app, shared by it, or picked. */
package app.saywell.pack

import android.content.Intent
import android.net.Uri
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.phone
import app.saywell.vault.Place
import app.saywell.vault.until
import org.saywell.engine.PackRow
import java.io.File

fun opened(uri: Uri): Intent = Intent(Intent.ACTION_VIEW).setDataAndType(uri, "application/octet-stream")

fun shared(uri: Uri): Intent = Intent(Intent.ACTION_SEND).setType("application/octet-stream").putExtra(Intent.EXTRA_STREAM, uri)

/** A file in some other app's keeping. */
fun aFile(bytes: ByteArray) = Place().apply { holds(bytes) }.uri

fun aPack(name: String) = aFile(Signer.pack(name))

/** The person has opened a file, and what is in it is seen. */
fun looking(name: String) = Hand(with = opened(aPack(name))).apply { untilLooked() }

fun Hand.untilLooked() = until(R.string.course_nothing_yet)

val packs: List<PackRow> get() = core { pack().packs() }

/** As if the person had added it before. */
fun add(name: String) {
    val file = File.createTempFile("pack", null).apply { writeBytes(Signer.pack(name)) }
    core { pack().installPackFrom(file.path) }
    file.delete()
}

/** The sealed files of the courses that were added. */
val sealed get() = File(phone.noBackupFilesDir, "vault").listFiles { file -> ".added-" in file.name }!!.toList()

/** The file of the last one that was added is gone, as where a copy was brought back on another phone. */
fun loseFile() {
    core { }
    sealed.forEach { it.delete() }
    phone.forget()
}
