package app.saywell

import android.content.ContentProvider
import android.content.ContentValues
import android.net.Uri
import android.os.Bundle
import android.os.ParcelFileDescriptor
import app.saywell.vault.Secret
import app.saywell.vault.Vault
import java.io.File
import java.security.SecureRandom
import org.robolectric.Robolectric

/** The app for the desktop window: the real clock, and a folder that outlives the window. */
class DeskApp : App() {
    override val folder get() = File(System.getProperty("desk.data")!!, "vault")

    override val secret = object : Secret {
        private val file get() = File(folder, Vault.SECRET)

        override fun read() = file.takeIf(File::exists)?.readBytes()

        override fun make() = ByteArray(32).also(SecureRandom()::nextBytes).also(file::writeBytes)
    }

    override fun onCreate() {
        super.onCreate()
        Robolectric.setupContentProvider(DeskFiles::class.java, DeskFiles.NAME)
        look.welcomed = folder.exists()
    }
}

/** The files of the desktop, as another app on a phone gives them out. */
class DeskFiles : ContentProvider() {
    override fun onCreate() = true

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor = ParcelFileDescriptor.open(File(uri.path!!), ParcelFileDescriptor.parseMode(mode))

    /** `DocumentsContract.deleteDocument` asks so. */
    override fun call(method: String, argument: String?, more: Bundle?): Bundle? {
        @Suppress("DEPRECATION")
        val uri = more?.getParcelable<Uri>("uri")
        if (method == "android:deleteDocument" && uri != null) File(uri.path!!).delete()
        return Bundle()
    }

    override fun getType(uri: Uri) = "application/octet-stream"

    override fun query(uri: Uri, columns: Array<String>?, where: String?, arguments: Array<String>?, order: String?) = null

    override fun insert(uri: Uri, values: ContentValues?) = null

    override fun delete(uri: Uri, where: String?, arguments: Array<String>?) = 0

    override fun update(uri: Uri, values: ContentValues?, where: String?, arguments: Array<String>?) = 0

    companion object {
        const val NAME = "app.saywell.desk.files"

        fun uri(file: File): Uri = Uri.Builder().scheme("content").authority(NAME).path(file.absolutePath).build()
    }
}
