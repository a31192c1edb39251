export namespace catalogue {
	
	export class SyncResult {
	    products: number;
	    images: number;
	    removed: number;
	    missing: number;
	    incomplete: number;
	    millis: number;
	
	    static createFrom(source: any = {}) {
	        return new SyncResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.products = source["products"];
	        this.images = source["images"];
	        this.removed = source["removed"];
	        this.missing = source["missing"];
	        this.incomplete = source["incomplete"];
	        this.millis = source["millis"];
	    }
	}

}

export namespace galley {
	
	export class Reason {
	    code: string;
	    message: string;
	
	    static createFrom(source: any = {}) {
	        return new Reason(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.message = source["message"];
	    }
	}
	export class Value {
	    text: string;
	    null?: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Value(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.null = source["null"];
	    }
	}
	export class ProductRef {
	    id: string;
	    handle: string;
	    title: string;
	
	    static createFrom(source: any = {}) {
	        return new ProductRef(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.handle = source["handle"];
	        this.title = source["title"];
	    }
	}
	export class ShopRef {
	    id: string;
	    name: string;
	    domain: string;
	
	    static createFrom(source: any = {}) {
	        return new ShopRef(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.domain = source["domain"];
	    }
	}
	export class Activity {
	    number: number;
	    at: string;
	    decided_at: string;
	    publication_id: string;
	    kind: string;
	    again: boolean;
	    undoes: number;
	    result: string;
	    // Go type: ShopRef
	    shop: any;
	    item_id: string;
	    product: ProductRef;
	    image_id: string;
	    field: string;
	    before?: Value;
	    after: Value;
	    live?: Value;
	    sibling?: Value;
	    before_sha256: string;
	    after_sha256: string;
	    person: string;
	    written_by: string;
	    model: string;
	    prompt_version: string;
	    cost_usd?: number;
	    request_id: string;
	    attempts: number;
	    error?: Reason;
	    undone: boolean;
	    can_undo: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Activity(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.number = source["number"];
	        this.at = source["at"];
	        this.decided_at = source["decided_at"];
	        this.publication_id = source["publication_id"];
	        this.kind = source["kind"];
	        this.again = source["again"];
	        this.undoes = source["undoes"];
	        this.result = source["result"];
	        this.shop = this.convertValues(source["shop"], null);
	        this.item_id = source["item_id"];
	        this.product = this.convertValues(source["product"], ProductRef);
	        this.image_id = source["image_id"];
	        this.field = source["field"];
	        this.before = this.convertValues(source["before"], Value);
	        this.after = this.convertValues(source["after"], Value);
	        this.live = this.convertValues(source["live"], Value);
	        this.sibling = this.convertValues(source["sibling"], Value);
	        this.before_sha256 = source["before_sha256"];
	        this.after_sha256 = source["after_sha256"];
	        this.person = source["person"];
	        this.written_by = source["written_by"];
	        this.model = source["model"];
	        this.prompt_version = source["prompt_version"];
	        this.cost_usd = source["cost_usd"];
	        this.request_id = source["request_id"];
	        this.attempts = source["attempts"];
	        this.error = this.convertValues(source["error"], Reason);
	        this.undone = source["undone"];
	        this.can_undo = source["can_undo"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ActivityPage {
	    total: number;
	    offset: number;
	    entries: Activity[];
	
	    static createFrom(source: any = {}) {
	        return new ActivityPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.offset = source["offset"];
	        this.entries = this.convertValues(source["entries"], Activity);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ActivityQuery {
	    shop_id: string;
	    filter: string;
	    search: string;
	    offset: number;
	    limit: number;
	
	    static createFrom(source: any = {}) {
	        return new ActivityQuery(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.shop_id = source["shop_id"];
	        this.filter = source["filter"];
	        this.search = source["search"];
	        this.offset = source["offset"];
	        this.limit = source["limit"];
	    }
	}
	export class Appearance {
	    theme: string;
	    text_size: number;
	
	    static createFrom(source: any = {}) {
	        return new Appearance(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.theme = source["theme"];
	        this.text_size = source["text_size"];
	    }
	}
	export class Caps {
	    job_usd: number;
	    day_usd: number;
	    chosen: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Caps(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.job_usd = source["job_usd"];
	        this.day_usd = source["day_usd"];
	        this.chosen = source["chosen"];
	    }
	}
	export class Target {
	    product_id: string;
	    image_id?: string;
	
	    static createFrom(source: any = {}) {
	        return new Target(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.product_id = source["product_id"];
	        this.image_id = source["image_id"];
	    }
	}
	export class ChangedText {
	    publication_id: string;
	    item_id: string;
	    field: string;
	    target: Target;
	    product: ProductRef;
	    published: Value;
	    published_at: string;
	    person: string;
	    on_shop: Value;
	    seen_at: string;
	
	    static createFrom(source: any = {}) {
	        return new ChangedText(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.publication_id = source["publication_id"];
	        this.item_id = source["item_id"];
	        this.field = source["field"];
	        this.target = this.convertValues(source["target"], Target);
	        this.product = this.convertValues(source["product"], ProductRef);
	        this.published = this.convertValues(source["published"], Value);
	        this.published_at = source["published_at"];
	        this.person = source["person"];
	        this.on_shop = this.convertValues(source["on_shop"], Value);
	        this.seen_at = source["seen_at"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LeftOut {
	    item_id: string;
	    product: ProductRef;
	    field: string;
	    entry?: number;
	    reason: Reason;
	
	    static createFrom(source: any = {}) {
	        return new LeftOut(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item_id = source["item_id"];
	        this.product = this.convertValues(source["product"], ProductRef);
	        this.field = source["field"];
	        this.entry = source["entry"];
	        this.reason = this.convertValues(source["reason"], Reason);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Confirmed {
	    plan: string;
	    shop: string;
	    field: string;
	    job_id: string;
	    count: number;
	    left: LeftOut[];
	    shops: string[];
	    entries: number[];
	    again: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Confirmed(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.plan = source["plan"];
	        this.shop = source["shop"];
	        this.field = source["field"];
	        this.job_id = source["job_id"];
	        this.count = source["count"];
	        this.left = this.convertValues(source["left"], LeftOut);
	        this.shops = source["shops"];
	        this.entries = source["entries"];
	        this.again = source["again"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Counts {
	    total: number;
	    successful: number;
	    failed: number;
	    published: number;
	    pending_review: number;
	    skipped: number;
	    cancelled: number;
	    unpublished: number;
	    conflict: number;
	    approved: number;
	    rejected: number;
	    warned: number;
	    waiting: number;
	    changed: number;
	
	    static createFrom(source: any = {}) {
	        return new Counts(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.successful = source["successful"];
	        this.failed = source["failed"];
	        this.published = source["published"];
	        this.pending_review = source["pending_review"];
	        this.skipped = source["skipped"];
	        this.cancelled = source["cancelled"];
	        this.unpublished = source["unpublished"];
	        this.conflict = source["conflict"];
	        this.approved = source["approved"];
	        this.rejected = source["rejected"];
	        this.warned = source["warned"];
	        this.waiting = source["waiting"];
	        this.changed = source["changed"];
	    }
	}
	export class DataCopy {
	    path: string;
	    kind: string;
	    made: string;
	    size: number;
	    keystore: boolean;
	    files: number;
	
	    static createFrom(source: any = {}) {
	        return new DataCopy(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.kind = source["kind"];
	        this.made = source["made"];
	        this.size = source["size"];
	        this.keystore = source["keystore"];
	        this.files = source["files"];
	    }
	}
	export class Decided {
	    count: number;
	    left: LeftOut[];
	
	    static createFrom(source: any = {}) {
	        return new Decided(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.count = source["count"];
	        this.left = this.convertValues(source["left"], LeftOut);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ImageRef {
	    id: string;
	    url: string;
	
	    static createFrom(source: any = {}) {
	        return new ImageRef(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.url = source["url"];
	    }
	}
	export class Sample {
	    product: ProductRef;
	    image?: ImageRef;
	    original: string;
	
	    static createFrom(source: any = {}) {
	        return new Sample(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.product = this.convertValues(source["product"], ProductRef);
	        this.image = this.convertValues(source["image"], ImageRef);
	        this.original = source["original"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class WriterSpec {
	    kind: string;
	    base_url?: string;
	    model?: string;
	
	    static createFrom(source: any = {}) {
	        return new WriterSpec(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.base_url = source["base_url"];
	        this.model = source["model"];
	    }
	}
	export class Estimate {
	    matching: number;
	    items: number;
	    not_empty: number;
	    writer: WriterSpec;
	    input_tokens: number;
	    output_tokens: number;
	    cost_usd: number;
	    cost_max_usd: number;
	    priced: boolean;
	    today_usd: number;
	    needs_price?: Reason;
	    sample: Sample[];
	
	    static createFrom(source: any = {}) {
	        return new Estimate(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.matching = source["matching"];
	        this.items = source["items"];
	        this.not_empty = source["not_empty"];
	        this.writer = this.convertValues(source["writer"], WriterSpec);
	        this.input_tokens = source["input_tokens"];
	        this.output_tokens = source["output_tokens"];
	        this.cost_usd = source["cost_usd"];
	        this.cost_max_usd = source["cost_max_usd"];
	        this.priced = source["priced"];
	        this.today_usd = source["today_usd"];
	        this.needs_price = this.convertValues(source["needs_price"], Reason);
	        this.sample = this.convertValues(source["sample"], Sample);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Facet {
	    value: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new Facet(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.value = source["value"];
	        this.count = source["count"];
	    }
	}
	export class Fact {
	    name: string;
	    value: string;
	
	    static createFrom(source: any = {}) {
	        return new Fact(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.value = source["value"];
	    }
	}
	export class HeldJob {
	    shop_id: string;
	    shop: string;
	    job_id: string;
	    job_name: string;
	    field: string;
	    strategy: string;
	    open: number;
	
	    static createFrom(source: any = {}) {
	        return new HeldJob(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.shop_id = source["shop_id"];
	        this.shop = source["shop"];
	        this.job_id = source["job_id"];
	        this.job_name = source["job_name"];
	        this.field = source["field"];
	        this.strategy = source["strategy"];
	        this.open = source["open"];
	    }
	}
	export class HeldPart {
	    shop_id: string;
	    shop: string;
	    job_id: string;
	    job_name: string;
	    field: string;
	    waiting: number;
	    undos: number;
	    unsettled: number;
	
	    static createFrom(source: any = {}) {
	        return new HeldPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.shop_id = source["shop_id"];
	        this.shop = source["shop"];
	        this.job_id = source["job_id"];
	        this.job_name = source["job_name"];
	        this.field = source["field"];
	        this.waiting = source["waiting"];
	        this.undos = source["undos"];
	        this.unsettled = source["unsettled"];
	    }
	}
	export class Held {
	    restored_at: string;
	    copy_made_at: string;
	    outbox: HeldPart[];
	    jobs: HeldJob[];
	
	    static createFrom(source: any = {}) {
	        return new Held(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.restored_at = source["restored_at"];
	        this.copy_made_at = source["copy_made_at"];
	        this.outbox = this.convertValues(source["outbox"], HeldPart);
	        this.jobs = this.convertValues(source["jobs"], HeldJob);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class HeldDone {
	    publications: number;
	    jobs: number;
	
	    static createFrom(source: any = {}) {
	        return new HeldDone(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.publications = source["publications"];
	        this.jobs = source["jobs"];
	    }
	}
	
	
	export class HeldRequest {
	    shop_id: string;
	    job_id: string;
	    editor: boolean;
	    field: string;
	
	    static createFrom(source: any = {}) {
	        return new HeldRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.shop_id = source["shop_id"];
	        this.job_id = source["job_id"];
	        this.editor = source["editor"];
	        this.field = source["field"];
	    }
	}
	export class Image {
	    id: string;
	    url: string;
	    alt: Value;
	    position: number;
	    width: number;
	    height: number;
	    also_of?: ProductRef[];
	
	    static createFrom(source: any = {}) {
	        return new Image(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.url = source["url"];
	        this.alt = this.convertValues(source["alt"], Value);
	        this.position = source["position"];
	        this.width = source["width"];
	        this.height = source["height"];
	        this.also_of = this.convertValues(source["also_of"], ProductRef);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Instructions {
	    id: string;
	    name: string;
	    field: string;
	    shop_id: string;
	    text: string;
	    updated_at: string;
	
	    static createFrom(source: any = {}) {
	        return new Instructions(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.field = source["field"];
	        this.shop_id = source["shop_id"];
	        this.text = source["text"];
	        this.updated_at = source["updated_at"];
	    }
	}
	export class ItemCan {
	    edit: boolean;
	    regenerate: boolean;
	    decide: boolean;
	    answer: boolean;
	    publish: boolean;
	    publish_all: boolean;
	    overwrite: boolean;
	    undo: boolean;
	    retry: boolean;
	    withdraw: boolean;
	    take_over: boolean;
	    put_back: boolean;
	    edit_changed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ItemCan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.edit = source["edit"];
	        this.regenerate = source["regenerate"];
	        this.decide = source["decide"];
	        this.answer = source["answer"];
	        this.publish = source["publish"];
	        this.publish_all = source["publish_all"];
	        this.overwrite = source["overwrite"];
	        this.undo = source["undo"];
	        this.retry = source["retry"];
	        this.withdraw = source["withdraw"];
	        this.take_over = source["take_over"];
	        this.put_back = source["put_back"];
	        this.edit_changed = source["edit_changed"];
	    }
	}
	export class Usage {
	    input_tokens: number;
	    output_tokens: number;
	    cached_tokens: number;
	    cost_usd: number;
	    priced: boolean;
	    estimated: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Usage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.input_tokens = source["input_tokens"];
	        this.output_tokens = source["output_tokens"];
	        this.cached_tokens = source["cached_tokens"];
	        this.cost_usd = source["cost_usd"];
	        this.priced = source["priced"];
	        this.estimated = source["estimated"];
	    }
	}
	export class Warning {
	    rule: string;
	    severity: string;
	    message: string;
	    start: number;
	    end: number;
	
	    static createFrom(source: any = {}) {
	        return new Warning(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rule = source["rule"];
	        this.severity = source["severity"];
	        this.message = source["message"];
	        this.start = source["start"];
	        this.end = source["end"];
	    }
	}
	export class Rule {
	    id: string;
	    verdict: string;
	    points: number;
	    measured: string;
	    message: string;
	
	    static createFrom(source: any = {}) {
	        return new Rule(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.verdict = source["verdict"];
	        this.points = source["points"];
	        this.measured = source["measured"];
	        this.message = source["message"];
	    }
	}
	export class Score {
	    total: number;
	    rules: Rule[];
	
	    static createFrom(source: any = {}) {
	        return new Score(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.rules = this.convertValues(source["rules"], Rule);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Item {
	    id: string;
	    job_id: string;
	    shop_id: string;
	    field: string;
	    product: ProductRef;
	    products: ProductRef[];
	    image?: ImageRef;
	    thumbnail: string;
	    state: string;
	    publish_state: string;
	    decision: string;
	    content: string;
	    original: string;
	    on_shop?: Value;
	    since: string;
	    changed?: ChangedText;
	    score?: Score;
	    warnings: Warning[];
	    kept: string[];
	    held_back: boolean;
	    error?: Reason;
	    revision: number;
	    written_by: string;
	    written_at?: string | null;
	    published_at?: string | null;
	    usage: Usage;
	    can: ItemCan;
	
	    static createFrom(source: any = {}) {
	        return new Item(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.job_id = source["job_id"];
	        this.shop_id = source["shop_id"];
	        this.field = source["field"];
	        this.product = this.convertValues(source["product"], ProductRef);
	        this.products = this.convertValues(source["products"], ProductRef);
	        this.image = this.convertValues(source["image"], ImageRef);
	        this.thumbnail = source["thumbnail"];
	        this.state = source["state"];
	        this.publish_state = source["publish_state"];
	        this.decision = source["decision"];
	        this.content = source["content"];
	        this.original = source["original"];
	        this.on_shop = this.convertValues(source["on_shop"], Value);
	        this.since = source["since"];
	        this.changed = this.convertValues(source["changed"], ChangedText);
	        this.score = this.convertValues(source["score"], Score);
	        this.warnings = this.convertValues(source["warnings"], Warning);
	        this.kept = source["kept"];
	        this.held_back = source["held_back"];
	        this.error = this.convertValues(source["error"], Reason);
	        this.revision = source["revision"];
	        this.written_by = source["written_by"];
	        this.written_at = source["written_at"];
	        this.published_at = source["published_at"];
	        this.usage = this.convertValues(source["usage"], Usage);
	        this.can = this.convertValues(source["can"], ItemCan);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ItemAt {
	    id: string;
	    revision: number;
	
	    static createFrom(source: any = {}) {
	        return new ItemAt(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.revision = source["revision"];
	    }
	}
	
	export class ItemPage {
	    total: number;
	    offset: number;
	    items: Item[];
	
	    static createFrom(source: any = {}) {
	        return new ItemPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.offset = source["offset"];
	        this.items = this.convertValues(source["items"], Item);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ItemQuery {
	    job_id: string;
	    filter: string;
	    search: string;
	    offset: number;
	    limit: number;
	
	    static createFrom(source: any = {}) {
	        return new ItemQuery(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.job_id = source["job_id"];
	        this.filter = source["filter"];
	        this.search = source["search"];
	        this.offset = source["offset"];
	        this.limit = source["limit"];
	    }
	}
	export class JobCan {
	    pause: boolean;
	    resume: boolean;
	    cancel: boolean;
	    retry: boolean;
	    publish: boolean;
	    undo: boolean;
	    withdraw: boolean;
	
	    static createFrom(source: any = {}) {
	        return new JobCan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.pause = source["pause"];
	        this.resume = source["resume"];
	        this.cancel = source["cancel"];
	        this.retry = source["retry"];
	        this.publish = source["publish"];
	        this.undo = source["undo"];
	        this.withdraw = source["withdraw"];
	    }
	}
	export class Ready {
	    publish: number;
	    undo: number;
	    retry: number;
	    withdraw: number;
	
	    static createFrom(source: any = {}) {
	        return new Ready(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.publish = source["publish"];
	        this.undo = source["undo"];
	        this.retry = source["retry"];
	        this.withdraw = source["withdraw"];
	    }
	}
	export class Progress {
	    done: number;
	    total: number;
	    percent: number;
	
	    static createFrom(source: any = {}) {
	        return new Progress(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.done = source["done"];
	        this.total = source["total"];
	        this.percent = source["percent"];
	    }
	}
	export class Job {
	    id: string;
	    shop_id: string;
	    name: string;
	    type: string;
	    field: string;
	    strategy: string;
	    instructions: string;
	    instructions_name: string;
	    only_empty: boolean;
	    writer: WriterSpec;
	    state: string;
	    reason?: Reason;
	    created_at: string;
	    started_at?: string | null;
	    finished_at?: string | null;
	    counts: Counts;
	    progress: Progress;
	    usage: Usage;
	    ready: Ready;
	    can: JobCan;
	
	    static createFrom(source: any = {}) {
	        return new Job(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.shop_id = source["shop_id"];
	        this.name = source["name"];
	        this.type = source["type"];
	        this.field = source["field"];
	        this.strategy = source["strategy"];
	        this.instructions = source["instructions"];
	        this.instructions_name = source["instructions_name"];
	        this.only_empty = source["only_empty"];
	        this.writer = this.convertValues(source["writer"], WriterSpec);
	        this.state = source["state"];
	        this.reason = this.convertValues(source["reason"], Reason);
	        this.created_at = source["created_at"];
	        this.started_at = source["started_at"];
	        this.finished_at = source["finished_at"];
	        this.counts = this.convertValues(source["counts"], Counts);
	        this.progress = this.convertValues(source["progress"], Progress);
	        this.usage = this.convertValues(source["usage"], Usage);
	        this.ready = this.convertValues(source["ready"], Ready);
	        this.can = this.convertValues(source["can"], JobCan);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ProductFilter {
	    status?: string;
	    vendor?: string;
	    type?: string;
	    without?: string;
	
	    static createFrom(source: any = {}) {
	        return new ProductFilter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.status = source["status"];
	        this.vendor = source["vendor"];
	        this.type = source["type"];
	        this.without = source["without"];
	    }
	}
	export class Selection {
	    all?: boolean;
	    search?: string;
	    filter?: ProductFilter;
	    product_ids?: string[];
	    handles?: string[];
	    except?: string[];
	
	    static createFrom(source: any = {}) {
	        return new Selection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.all = source["all"];
	        this.search = source["search"];
	        this.filter = this.convertValues(source["filter"], ProductFilter);
	        this.product_ids = source["product_ids"];
	        this.handles = source["handles"];
	        this.except = source["except"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class JobSpec {
	    shop_id: string;
	    field: string;
	    selection: Selection;
	    only_empty: boolean;
	    sample: number;
	    instructions: string;
	    instructions_name: string;
	    strategy: string;
	
	    static createFrom(source: any = {}) {
	        return new JobSpec(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.shop_id = source["shop_id"];
	        this.field = source["field"];
	        this.selection = this.convertValues(source["selection"], Selection);
	        this.only_empty = source["only_empty"];
	        this.sample = source["sample"];
	        this.instructions = source["instructions"];
	        this.instructions_name = source["instructions_name"];
	        this.strategy = source["strategy"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Left {
	    published: number;
	    waiting: number;
	    conflict: number;
	    rejected: number;
	    failed: number;
	    open: number;
	    changed: number;
	    gone: number;
	
	    static createFrom(source: any = {}) {
	        return new Left(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.published = source["published"];
	        this.waiting = source["waiting"];
	        this.conflict = source["conflict"];
	        this.rejected = source["rejected"];
	        this.failed = source["failed"];
	        this.open = source["open"];
	        this.changed = source["changed"];
	        this.gone = source["gone"];
	    }
	}
	
	export class Option {
	    name: string;
	    values: string[];
	
	    static createFrom(source: any = {}) {
	        return new Option(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.values = source["values"];
	    }
	}
	export class OutboxPart {
	    job_id: string;
	    job_name: string;
	    field: string;
	    waiting: number;
	    undos: number;
	
	    static createFrom(source: any = {}) {
	        return new OutboxPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.job_id = source["job_id"];
	        this.job_name = source["job_name"];
	        this.field = source["field"];
	        this.waiting = source["waiting"];
	        this.undos = source["undos"];
	    }
	}
	export class Price {
	    model: string;
	    base_url?: string;
	    input: number;
	    cached: number;
	    output: number;
	
	    static createFrom(source: any = {}) {
	        return new Price(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.model = source["model"];
	        this.base_url = source["base_url"];
	        this.input = source["input"];
	        this.cached = source["cached"];
	        this.output = source["output"];
	    }
	}
	export class Product {
	    id: string;
	    shop_id: string;
	    handle: string;
	    title: string;
	    description_html: string;
	    vendor: string;
	    product_type: string;
	    status: string;
	    tags: string[];
	    seo_title: Value;
	    meta_description: Value;
	    options: Option[];
	    metafields: Fact[];
	    skus: string[];
	    variant_count: number;
	    price_min: string;
	    price_max: string;
	    currency: string;
	    url: string;
	    images: Image[];
	    updated_at: string;
	    read_at?: string | null;
	    shop_facts: string;
	
	    static createFrom(source: any = {}) {
	        return new Product(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.shop_id = source["shop_id"];
	        this.handle = source["handle"];
	        this.title = source["title"];
	        this.description_html = source["description_html"];
	        this.vendor = source["vendor"];
	        this.product_type = source["product_type"];
	        this.status = source["status"];
	        this.tags = source["tags"];
	        this.seo_title = this.convertValues(source["seo_title"], Value);
	        this.meta_description = this.convertValues(source["meta_description"], Value);
	        this.options = this.convertValues(source["options"], Option);
	        this.metafields = this.convertValues(source["metafields"], Fact);
	        this.skus = source["skus"];
	        this.variant_count = source["variant_count"];
	        this.price_min = source["price_min"];
	        this.price_max = source["price_max"];
	        this.currency = source["currency"];
	        this.url = source["url"];
	        this.images = this.convertValues(source["images"], Image);
	        this.updated_at = source["updated_at"];
	        this.read_at = source["read_at"];
	        this.shop_facts = source["shop_facts"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ProductFacets {
	    statuses: Facet[];
	    vendors: Facet[];
	    types: Facet[];
	
	    static createFrom(source: any = {}) {
	        return new ProductFacets(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.statuses = this.convertValues(source["statuses"], Facet);
	        this.vendors = this.convertValues(source["vendors"], Facet);
	        this.types = this.convertValues(source["types"], Facet);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ProductSummary {
	    id: string;
	    handle: string;
	    title: string;
	    vendor: string;
	    product_type: string;
	    status: string;
	    image_url: string;
	    description_words: number;
	    seo_title_chars: number;
	    meta_description_chars: number;
	    images: number;
	    images_with_alt: number;
	    updated_at: string;
	
	    static createFrom(source: any = {}) {
	        return new ProductSummary(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.handle = source["handle"];
	        this.title = source["title"];
	        this.vendor = source["vendor"];
	        this.product_type = source["product_type"];
	        this.status = source["status"];
	        this.image_url = source["image_url"];
	        this.description_words = source["description_words"];
	        this.seo_title_chars = source["seo_title_chars"];
	        this.meta_description_chars = source["meta_description_chars"];
	        this.images = source["images"];
	        this.images_with_alt = source["images_with_alt"];
	        this.updated_at = source["updated_at"];
	    }
	}
	export class ProductPage {
	    total: number;
	    offset: number;
	    products: ProductSummary[];
	
	    static createFrom(source: any = {}) {
	        return new ProductPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.offset = source["offset"];
	        this.products = this.convertValues(source["products"], ProductSummary);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ProductQuery {
	    shop_id: string;
	    search: string;
	    filter: ProductFilter;
	    offset: number;
	    limit: number;
	
	    static createFrom(source: any = {}) {
	        return new ProductQuery(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.shop_id = source["shop_id"];
	        this.search = source["search"];
	        this.filter = this.convertValues(source["filter"], ProductFilter);
	        this.offset = source["offset"];
	        this.limit = source["limit"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class Publication {
	    id: string;
	    shop_id: string;
	    item_id: string;
	    target: Target;
	    product: ProductRef;
	    field: string;
	    kind: string;
	    state: string;
	    expected: Value;
	    before?: Value;
	    after: Value;
	    live?: Value;
	    sibling?: Value;
	    person: string;
	    writer: string;
	    plan: string;
	    undoes?: string;
	    again?: boolean;
	    late?: boolean;
	    request_id: string;
	    error?: Reason;
	    attempts: number;
	    created_at: string;
	    started_at?: string | null;
	    finished_at?: string | null;
	    can_undo: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Publication(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.shop_id = source["shop_id"];
	        this.item_id = source["item_id"];
	        this.target = this.convertValues(source["target"], Target);
	        this.product = this.convertValues(source["product"], ProductRef);
	        this.field = source["field"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.expected = this.convertValues(source["expected"], Value);
	        this.before = this.convertValues(source["before"], Value);
	        this.after = this.convertValues(source["after"], Value);
	        this.live = this.convertValues(source["live"], Value);
	        this.sibling = this.convertValues(source["sibling"], Value);
	        this.person = source["person"];
	        this.writer = source["writer"];
	        this.plan = source["plan"];
	        this.undoes = source["undoes"];
	        this.again = source["again"];
	        this.late = source["late"];
	        this.request_id = source["request_id"];
	        this.error = this.convertValues(source["error"], Reason);
	        this.attempts = source["attempts"];
	        this.created_at = source["created_at"];
	        this.started_at = source["started_at"];
	        this.finished_at = source["finished_at"];
	        this.can_undo = source["can_undo"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PublishPlan {
	    plan: string;
	    shop: string;
	    shop_kind: string;
	    field: string;
	    count: number;
	    replaces: number;
	    warned: number;
	    left: Left;
	    changed: LeftOut[];
	
	    static createFrom(source: any = {}) {
	        return new PublishPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.plan = source["plan"];
	        this.shop = source["shop"];
	        this.shop_kind = source["shop_kind"];
	        this.field = source["field"];
	        this.count = source["count"];
	        this.replaces = source["replaces"];
	        this.warned = source["warned"];
	        this.left = this.convertValues(source["left"], Left);
	        this.changed = this.convertValues(source["changed"], LeftOut);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PublishRequest {
	    job_id: string;
	    item_ids: string[];
	    items: ItemAt[];
	    only_approved: boolean;
	    overwrite: boolean;
	    rejected: boolean;
	
	    static createFrom(source: any = {}) {
	        return new PublishRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.job_id = source["job_id"];
	        this.item_ids = source["item_ids"];
	        this.items = this.convertValues(source["items"], ItemAt);
	        this.only_approved = source["only_approved"];
	        this.overwrite = source["overwrite"];
	        this.rejected = source["rejected"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class Removals {
	    plan: string;
	    count: number;
	    products: ProductRef[];
	
	    static createFrom(source: any = {}) {
	        return new Removals(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.plan = source["plan"];
	        this.count = source["count"];
	        this.products = this.convertValues(source["products"], ProductRef);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RetryPlan {
	    plan: string;
	    shop: string;
	    field: string;
	    count: number;
	    write: number;
	    publish: number;
	    changed: LeftOut[];
	
	    static createFrom(source: any = {}) {
	        return new RetryPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.plan = source["plan"];
	        this.shop = source["shop"];
	        this.field = source["field"];
	        this.count = source["count"];
	        this.write = source["write"];
	        this.publish = source["publish"];
	        this.changed = this.convertValues(source["changed"], LeftOut);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RetryRequest {
	    job_id: string;
	    item_ids: string[];
	    items: ItemAt[];
	
	    static createFrom(source: any = {}) {
	        return new RetryRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.job_id = source["job_id"];
	        this.item_ids = source["item_ids"];
	        this.items = this.convertValues(source["items"], ItemAt);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Revision {
	    number: number;
	    author: string;
	    name: string;
	    note: string;
	    content: string;
	    created_at: string;
	
	    static createFrom(source: any = {}) {
	        return new Revision(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.number = source["number"];
	        this.author = source["author"];
	        this.name = source["name"];
	        this.note = source["note"];
	        this.content = source["content"];
	        this.created_at = source["created_at"];
	    }
	}
	
	export class Run {
	    plan: string;
	    kind: string;
	    shops: string[];
	    job_id: string;
	    confirmed_at: string;
	    total: number;
	    waiting: number;
	    published: number;
	    undone: number;
	    conflict: number;
	    failed: number;
	    withdrawn: number;
	
	    static createFrom(source: any = {}) {
	        return new Run(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.plan = source["plan"];
	        this.kind = source["kind"];
	        this.shops = source["shops"];
	        this.job_id = source["job_id"];
	        this.confirmed_at = source["confirmed_at"];
	        this.total = source["total"];
	        this.waiting = source["waiting"];
	        this.published = source["published"];
	        this.undone = source["undone"];
	        this.conflict = source["conflict"];
	        this.failed = source["failed"];
	        this.withdrawn = source["withdrawn"];
	    }
	}
	
	export class SavePlan {
	    plan: string;
	    shop: string;
	    product: ProductRef;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new SavePlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.plan = source["plan"];
	        this.shop = source["shop"];
	        this.product = this.convertValues(source["product"], ProductRef);
	        this.count = source["count"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class SeenChange {
	    publication_id: string;
	    seen_at: string;
	
	    static createFrom(source: any = {}) {
	        return new SeenChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.publication_id = source["publication_id"];
	        this.seen_at = source["seen_at"];
	    }
	}
	
	export class WriterSettings {
	    kind: string;
	    base_url: string;
	    model: string;
	    concurrency: number;
	    rpm: number;
	    tpm: number;
	    key_stored: boolean;
	
	    static createFrom(source: any = {}) {
	        return new WriterSettings(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.base_url = source["base_url"];
	        this.model = source["model"];
	        this.concurrency = source["concurrency"];
	        this.rpm = source["rpm"];
	        this.tpm = source["tpm"];
	        this.key_stored = source["key_stored"];
	    }
	}
	export class Settings {
	    strategy: string;
	    writer: WriterSettings;
	    prices: Price[];
	    caps: Caps;
	    appearance: Appearance;
	    person: string;
	
	    static createFrom(source: any = {}) {
	        return new Settings(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.strategy = source["strategy"];
	        this.writer = this.convertValues(source["writer"], WriterSettings);
	        this.prices = this.convertValues(source["prices"], Price);
	        this.caps = this.convertValues(source["caps"], Caps);
	        this.appearance = this.convertValues(source["appearance"], Appearance);
	        this.person = source["person"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShopCan {
	    sync: boolean;
	    create_job: boolean;
	    publish: boolean;
	    undo: boolean;
	    withdraw: boolean;
	    try_now: boolean;
	    sign_in: boolean;
	    export: boolean;
	    remove: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ShopCan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.sync = source["sync"];
	        this.create_job = source["create_job"];
	        this.publish = source["publish"];
	        this.undo = source["undo"];
	        this.withdraw = source["withdraw"];
	        this.try_now = source["try_now"];
	        this.sign_in = source["sign_in"];
	        this.export = source["export"];
	        this.remove = source["remove"];
	    }
	}
	export class Shop {
	    id: string;
	    name: string;
	    kind: string;
	    domain: string;
	    endpoint: string;
	    sign_in: string;
	    client_id: string;
	    currency: string;
	    plan: string;
	    product_count: number;
	    image_count: number;
	    to_review: number;
	    running_jobs: number;
	    waiting: number;
	    halted?: Reason;
	    halted_at?: string | null;
	    try_at?: string | null;
	    sync?: Progress;
	    missing: number;
	    facts: string;
	    synced_at?: string | null;
	    created_at: string;
	    can: ShopCan;
	
	    static createFrom(source: any = {}) {
	        return new Shop(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.domain = source["domain"];
	        this.endpoint = source["endpoint"];
	        this.sign_in = source["sign_in"];
	        this.client_id = source["client_id"];
	        this.currency = source["currency"];
	        this.plan = source["plan"];
	        this.product_count = source["product_count"];
	        this.image_count = source["image_count"];
	        this.to_review = source["to_review"];
	        this.running_jobs = source["running_jobs"];
	        this.waiting = source["waiting"];
	        this.halted = this.convertValues(source["halted"], Reason);
	        this.halted_at = source["halted_at"];
	        this.try_at = source["try_at"];
	        this.sync = this.convertValues(source["sync"], Progress);
	        this.missing = source["missing"];
	        this.facts = source["facts"];
	        this.synced_at = source["synced_at"];
	        this.created_at = source["created_at"];
	        this.can = this.convertValues(source["can"], ShopCan);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ShopInfo {
	    name: string;
	    domain: string;
	    url: string;
	    currency: string;
	    plan: string;
	    scopes: string[];
	    products: number;
	    missing: string[];
	    warnings?: string[];
	
	    static createFrom(source: any = {}) {
	        return new ShopInfo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.domain = source["domain"];
	        this.url = source["url"];
	        this.currency = source["currency"];
	        this.plan = source["plan"];
	        this.scopes = source["scopes"];
	        this.products = source["products"];
	        this.missing = source["missing"];
	        this.warnings = source["warnings"];
	    }
	}
	export class ShopRemoved {
	    id: string;
	    name: string;
	    kind: string;
	    domain: string;
	    endpoint: string;
	    sign_in: string;
	    client_id: string;
	    currency: string;
	    plan: string;
	    product_count: number;
	    image_count: number;
	    to_review: number;
	    running_jobs: number;
	    waiting: number;
	    halted?: Reason;
	    halted_at?: string | null;
	    try_at?: string | null;
	    sync?: Progress;
	    missing: number;
	    facts: string;
	    synced_at?: string | null;
	    created_at: string;
	    can: ShopCan;
	    withdrawn: number;
	    cancelled: number;
	    written: number;
	    abandoned: number;
	
	    static createFrom(source: any = {}) {
	        return new ShopRemoved(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.domain = source["domain"];
	        this.endpoint = source["endpoint"];
	        this.sign_in = source["sign_in"];
	        this.client_id = source["client_id"];
	        this.currency = source["currency"];
	        this.plan = source["plan"];
	        this.product_count = source["product_count"];
	        this.image_count = source["image_count"];
	        this.to_review = source["to_review"];
	        this.running_jobs = source["running_jobs"];
	        this.waiting = source["waiting"];
	        this.halted = this.convertValues(source["halted"], Reason);
	        this.halted_at = source["halted_at"];
	        this.try_at = source["try_at"];
	        this.sync = this.convertValues(source["sync"], Progress);
	        this.missing = source["missing"];
	        this.facts = source["facts"];
	        this.synced_at = source["synced_at"];
	        this.created_at = source["created_at"];
	        this.can = this.convertValues(source["can"], ShopCan);
	        this.withdrawn = source["withdrawn"];
	        this.cancelled = source["cancelled"];
	        this.written = source["written"];
	        this.abandoned = source["abandoned"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShopText {
	    value: Value;
	    seen_at?: string | null;
	
	    static createFrom(source: any = {}) {
	        return new ShopText(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.value = this.convertValues(source["value"], Value);
	        this.seen_at = source["seen_at"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Spend {
	    booked_usd: number;
	    reserved_usd: number;
	    estimated: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Spend(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.booked_usd = source["booked_usd"];
	        this.reserved_usd = source["reserved_usd"];
	        this.estimated = source["estimated"];
	    }
	}
	
	export class TextEdit {
	    field: string;
	    image_id: string;
	    expected: Value;
	    value: Value;
	
	    static createFrom(source: any = {}) {
	        return new TextEdit(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.image_id = source["image_id"];
	        this.expected = this.convertValues(source["expected"], Value);
	        this.value = this.convertValues(source["value"], Value);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class UndoPlan {
	    plan: string;
	    shop: string;
	    field: string;
	    count: number;
	    left: LeftOut[];
	
	    static createFrom(source: any = {}) {
	        return new UndoPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.plan = source["plan"];
	        this.shop = source["shop"];
	        this.field = source["field"];
	        this.count = source["count"];
	        this.left = this.convertValues(source["left"], LeftOut);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class UndoRequest {
	    job_id: string;
	    item_ids: string[];
	    items: ItemAt[];
	    entries: number[];
	    publication_id: string;
	
	    static createFrom(source: any = {}) {
	        return new UndoRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.job_id = source["job_id"];
	        this.item_ids = source["item_ids"];
	        this.items = this.convertValues(source["items"], ItemAt);
	        this.entries = source["entries"];
	        this.publication_id = source["publication_id"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class WithdrawRequest {
	    plan: string;
	    shop_id: string;
	    job_id: string;
	    item_ids: string[];
	
	    static createFrom(source: any = {}) {
	        return new WithdrawRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.plan = source["plan"];
	        this.shop_id = source["shop_id"];
	        this.job_id = source["job_id"];
	        this.item_ids = source["item_ids"];
	    }
	}
	export class WriterReport {
	    name: string;
	    millis: number;
	    models: string[];
	    structured: string;
	    pictures: boolean;
	    usage: Usage;
	
	    static createFrom(source: any = {}) {
	        return new WriterReport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.millis = source["millis"];
	        this.models = source["models"];
	        this.structured = source["structured"];
	        this.pictures = source["pictures"];
	        this.usage = this.convertValues(source["usage"], Usage);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	

}

export namespace main {
	
	export class Boot {
	    version: string;
	    home: string;
	    shops: galley.Shop[];
	    settings: galley.Settings;
	
	    static createFrom(source: any = {}) {
	        return new Boot(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.home = source["home"];
	        this.shops = this.convertValues(source["shops"], galley.Shop);
	        this.settings = this.convertValues(source["settings"], galley.Settings);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Exported {
	    file: string;
	    products: number;
	
	    static createFrom(source: any = {}) {
	        return new Exported(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = source["file"];
	        this.products = source["products"];
	    }
	}
	export class ExportedLedger {
	    file: string;
	    entries: number;
	
	    static createFrom(source: any = {}) {
	        return new ExportedLedger(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = source["file"];
	        this.entries = source["entries"];
	    }
	}

}

export namespace review {
	
	export class Desk {
	    product: galley.Product;
	    drafts: galley.Item[];
	    publications: galley.Publication[];
	    changed: galley.ChangedText[];
	    safe_description: string;
	
	    static createFrom(source: any = {}) {
	        return new Desk(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.product = this.convertValues(source["product"], galley.Product);
	        this.drafts = this.convertValues(source["drafts"], galley.Item);
	        this.publications = this.convertValues(source["publications"], galley.Publication);
	        this.changed = this.convertValues(source["changed"], galley.ChangedText);
	        this.safe_description = source["safe_description"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Proof {
	    item: galley.Item;
	    job: galley.Job;
	    product?: galley.Product;
	    revisions: galley.Revision[];
	    publications: galley.Publication[];
	    safe_content: string;
	    safe_original: string;
	    on_shop?: galley.ShopText;
	    replaced?: galley.Value;
	
	    static createFrom(source: any = {}) {
	        return new Proof(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], galley.Item);
	        this.job = this.convertValues(source["job"], galley.Job);
	        this.product = this.convertValues(source["product"], galley.Product);
	        this.revisions = this.convertValues(source["revisions"], galley.Revision);
	        this.publications = this.convertValues(source["publications"], galley.Publication);
	        this.safe_content = source["safe_content"];
	        this.safe_original = source["safe_original"];
	        this.on_shop = this.convertValues(source["on_shop"], galley.ShopText);
	        this.replaced = this.convertValues(source["replaced"], galley.Value);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Rewritten {
	    written: number;
	    failed: number;
	    reason?: galley.Reason;
	
	    static createFrom(source: any = {}) {
	        return new Rewritten(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.written = source["written"];
	        this.failed = source["failed"];
	        this.reason = this.convertValues(source["reason"], galley.Reason);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace shops {
	
	export class Connection {
	    domain: string;
	    endpoint: string;
	    sign_in: string;
	    token: string;
	    client_id: string;
	    client_secret: string;
	    port: number;
	
	    static createFrom(source: any = {}) {
	        return new Connection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.domain = source["domain"];
	        this.endpoint = source["endpoint"];
	        this.sign_in = source["sign_in"];
	        this.token = source["token"];
	        this.client_id = source["client_id"];
	        this.client_secret = source["client_secret"];
	        this.port = source["port"];
	    }
	}
	export class Invitation {
	    id: string;
	    url: string;
	
	    static createFrom(source: any = {}) {
	        return new Invitation(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.url = source["url"];
	    }
	}

}

